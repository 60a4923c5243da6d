/** Random numbers that are the same on every run: mulberry32, seeded by a word. */
export interface Random {
  /** [0, 1) */
  next(): number;
  /** Whole number in [from, to]. */
  whole(from: number, to: number): number;
  /** Roughly normal, mean 0, standard deviation 1. */
  normal(): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

export function seedRandom(word: string): Random {
  let state = [...word].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) as number), 16777619) >>> 0, 2166136261);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    normal: () => next() + next() + next() + next() + next() + next() - 3,
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    shuffle: (items) => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    },
  };
}
