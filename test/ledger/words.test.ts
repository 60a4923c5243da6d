import { describe, expect, it } from 'vitest';
import { dropUnusedWords } from '../../src/ledger/words.ts';
import type { NamedConfig, TaskScheme } from '../../src/model/config.ts';
import { filingKind, filingOf, portalOfCase, SCHEME, taskOf } from '../assess/fixture.ts';

/** `used` and `unused` are of rows; `listed` the programme lists itself. */
const WORDS: readonly NamedConfig[] = [
  ...['used', 'unused'].map((id) => ({ id, name: id, note: null, fromRows: true as const })),
  { id: 'listed', name: 'listed', note: null },
];
const idsOf = (items: readonly { readonly id: string }[] = []) => items.map(({ id }) => id);

function programmeOf(words: readonly NamedConfig[], scheme: Partial<TaskScheme>) {
  const kind = (id: string) => ({ ...filingKind(id, [], []), stages: words, outcomes: words.map((word) => ({ ...word, exempts: false })) });
  return portalOfCase({
    config: { tasks: { ...SCHEME, ...scheme }, filings: [kind('risk'), kind('other')] },
    tasks: [taskOf('t', { category: 'used', origin: 'used', batch: 'used' })],
    filings: [filingOf('f', 'risk', 'used', 'used'), filingOf('g', 'other', 'unused', 'unused')],
  }).programme;
}

describe('words out of rows', () => {
  it.each(['categories', 'origins', 'batches'] as const)('%s: those that a task has, and those that are listed', (list) => {
    const { config } = dropUnusedWords(programmeOf([], { [list]: WORDS }));
    expect(idsOf(config.tasks?.[list])).toEqual(['used', 'listed']);
  });

  it('stages and outcomes: those that a filing of the kind has, and those that are listed', () => {
    const [risk, other] = dropUnusedWords(programmeOf(WORDS, {})).config.filings;
    expect([idsOf(risk?.stages), idsOf(risk?.outcomes)]).toEqual([
      ['used', 'listed'],
      ['used', 'listed'],
    ]);
    expect([idsOf(other?.stages), idsOf(other?.outcomes)]).toEqual([
      ['unused', 'listed'],
      ['unused', 'listed'],
    ]);
  });

  it('none lost: the very same programme', () => {
    const listed = WORDS.filter(({ id }) => id !== 'unused');
    const same = programmeOf(listed.slice(1), { categories: listed, origins: listed, batches: listed });
    expect(dropUnusedWords(same)).toBe(same);
  });
});
