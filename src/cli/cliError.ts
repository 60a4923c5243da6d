/** A command that was written wrongly: printed as one sentence, exit code 2. */
import type { Key, PhraseParams } from '../i18n/index.ts';

export class UsageError extends Error {
  readonly key: Key;
  readonly params: PhraseParams;

  constructor(key: Key, params: PhraseParams = {}) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.params = params;
  }
}
