import type { WordMeanings } from '../embed/wordMeanings.ts';

/** Words that begin alike share a root, which says nothing of what they name: `wine`, `winery`. */
const ROOT_LENGTH = 4;

export interface NameSimilarity {
  /** Whether every word of a name is known, so that it can be compared. */
  isKnown(name: string): boolean;
  /** The sum of the name's word vectors, for a first look at many names. */
  addTo(name: string, target: Float32Array): void;
  /** Cosine similarity, −1 to 1, of what two known names do not share; undefined where that cannot be told. */
  of(a: string, b: string): number | undefined;
}

/**
 * How alike two short names are in meaning. Words that both names have do not count, as they would make `card payment` and
 * `card arrival` alike. Undefined where one name holds all words of the other (`apply`, `apply for`), and where two words
 * have a root in common, because words of one root are close in any embedding without meaning the same.
 * O(words · columns).
 */
export function nameSimilarity(meanings: WordMeanings): NameSimilarity {
  const left = new Float32Array(meanings.columns);
  const right = new Float32Array(meanings.columns);
  return {
    isKnown: (name) => wordsOf(name).every((word) => meanings.addTo(word, left)),
    addTo(name, target) {
      for (const word of wordsOf(name)) meanings.addTo(word, target);
    },
    of(a, b) {
      const wordsOfA = wordsOf(a);
      const wordsOfB = wordsOf(b);
      const onlyA = wordsOfA.filter((word) => !wordsOfB.includes(word));
      const onlyB = wordsOfB.filter((word) => !wordsOfA.includes(word));
      if (onlyA.length === 0 || onlyB.length === 0) return undefined;
      if (onlyA.some((word) => onlyB.some((other) => haveOneRoot(word, other)))) return undefined;
      left.fill(0);
      right.fill(0);
      for (const word of onlyA) meanings.addTo(word, left);
      for (const word of onlyB) meanings.addTo(word, right);
      return cosine(left, right);
    },
  };
}

const wordsOf = (name: string): string[] => name.split(' ');

function haveOneRoot(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short)) return true;
  return short.length >= ROOT_LENGTH && long.startsWith(short.slice(0, ROOT_LENGTH));
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    squaresA += a[i]! * a[i]!;
    squaresB += b[i]! * b[i]!;
  }
  return dot / Math.sqrt(squaresA * squaresB);
}
