/** Sentences of the schemas in another language: each stands there below its English one, so that a change of either is seen. */
import type { TableName } from '../../src/read/headers.ts';

/** What sentences are gathered by: a file that portals have, a chapter, or a table; `references` are what columns point to. */
export type Chapter = 'portal' | 'programme' | 'scoring' | 'missing' | 'rules' | 'mapping' | 'references' | TableName;

/** By English sentence. */
export type Sentences = Readonly<Record<string, string>>;

export interface Speaker {
  readonly say: (chapter: Chapter, sentence: string) => string;
  /** Throws where a sentence was said that has no other, or where there is another of one that was not. */
  readonly check: () => void;
}

function listOf(words: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [`${words}:`, ...sentences.map((sentence) => `  ${sentence}`)];
}

/** Says sentences in the language of `known`, and keeps count of them. */
export function speakerOf(known: Readonly<Partial<Record<Chapter, Sentences>>>): Speaker {
  const said = new Set<string>();
  const lacking = new Set<string>();
  const keyOf = (chapter: string, sentence: string): string => `${chapter}: ${sentence}`;
  return {
    say: (chapter, sentence) => {
      const other = known[chapter]?.[sentence];
      (other ? said : lacking).add(keyOf(chapter, sentence));
      return other ?? '';
    },
    check: () => {
      const left = Object.entries(known).flatMap(([chapter, sentences]) => Object.keys(sentences).map((sentence) => keyOf(chapter, sentence)));
      const faults = [
        ...listOf('No translation in scripts/reference/ of', [...lacking]),
        ...listOf(
          'Translated in scripts/reference/, and said nowhere any more',
          left.filter((key) => !said.has(key)),
        ),
      ];
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}
