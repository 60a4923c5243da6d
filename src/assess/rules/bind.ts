/** Binds a condition to a scene: what can be looked up once a board is, and a subject then costs a few array reads. */
import type { Condition } from '../../model/config.ts';
import { laterDay } from '../../model/days.ts';
import type { Fact } from '../results.ts';
import { instrumentTest } from './instrumentTest.ts';
import { groupTest, kindTest, statusTest, vetoTest } from './markTests.ts';
import { metricTest } from './metricTest.ts';
import { bandTest, rankChangeTest, rankTest } from './rankTests.ts';
import type { Scene, Subject, Test } from './scene.ts';
import { taskTest } from './taskTest.ts';
import { every, not, some } from './truth.ts';

/** A condition as a test of the subjects of a scene. */
export function bind(condition: Condition, scene: Scene): Test {
  switch (condition.type) {
    case 'all':
      return allTest(condition.of.map((one) => bind(one, scene)));
    case 'any':
      return anyTest(condition.of.map((one) => bind(one, scene)));
    case 'not':
      return notTest([bind(condition.of, scene)], 'not');
    case 'except':
      return notTest(
        condition.of.map((one) => bind(one, scene)),
        'except',
      );
    case 'rank':
      return rankTest(condition, scene);
    case 'metric':
      return metricTest(condition, scene);
    case 'rank_change':
      return rankChangeTest(condition, scene);
    case 'band':
      return bandTest(condition, scene);
    case 'status':
      return statusTest(condition, scene);
    case 'veto':
      return vetoTest(condition, scene);
    case 'group':
      return groupTest(condition, scene);
    case 'kind':
      return kindTest(condition, scene);
    case 'task':
      return taskTest(condition, scene);
    case 'instrument':
      return instrumentTest(condition, scene);
  }
}

function allTest(tests: readonly Test[]): Test {
  return {
    holds: (subject) => every(truths(tests, subject)),
    facts: (subject) => tests.flatMap((test) => test.facts(subject)),
    since: (subject) => tests.map((test) => sinceOf(test, subject)).reduce(laterDay, null),
  };
}

/** An `any` shows what made it true; when nothing did, everything it tried. */
function anyTest(tests: readonly Test[]): Test {
  return {
    holds: (subject) => some(truths(tests, subject)),
    facts: (subject) => {
      const met = tests.filter((test) => test.holds(subject) === true);
      return (met.length > 0 ? met : tests).flatMap((test) => test.facts(subject));
    },
    // What held first is enough.
    since: (subject) => {
      const days = tests.filter((test) => test.holds(subject) === true).map((test) => sinceOf(test, subject));
      return days.includes(null) ? null : (days.sort()[0] ?? null);
    },
  };
}

function sinceOf(test: Test, subject: Subject): string | null {
  return test.since?.(subject) ?? null;
}

/** None of these: the facts are turned round, so that a fact that holds always speaks for the award. */
function notTest(tests: readonly Test[], word: 'not' | 'except'): Test {
  return {
    holds: (subject) => not(some(truths(tests, subject))),
    facts: (subject) => tests.flatMap((test) => test.facts(subject).map((fact) => turned(fact, word))),
  };
}

function turned(fact: Fact, word: string): Fact {
  return { ...fact, asks: `${word} ${fact.asks}`, holds: !fact.holds };
}

function* truths(tests: readonly Test[], subject: Subject): Generator<ReturnType<Test['holds']>> {
  for (const test of tests) yield test.holds(subject);
}
