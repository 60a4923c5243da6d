/** The last line of a test run, in the plain form that any log reader understands: `12 passed, 0 failed, 3 skipped`. */
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++;
      // A file that cannot be loaded has no tests to fail.
      if (!module.ok() && ![...module.children.allTests()].some((test) => test.result().state === 'failed')) counts.failed++;
    }
    const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped`;
    process.on('exit', () => process.stdout.write(`${line}\n`));
  }
}
