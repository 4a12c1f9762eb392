import { createEnglishTagger } from '../src/metrics/meso/englishTagger.ts';
import { createMesoExtractor } from '../src/metrics/meso/mesoExtractor.ts';

/** An instruction with the verbs and objects that a person marked in it. */
export interface LabelledInstruction {
  readonly id: number;
  readonly split: 'tune' | 'held-out';
  readonly text: string;
  readonly pairs: readonly (readonly [verb: string, noun: string])[];
}

export interface VerbNounQuality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs marked. */
  readonly expected: number;
  readonly errors: readonly {
    readonly text: string;
    readonly marked: readonly string[];
    readonly found: readonly string[];
  }[];
}

export const readLabels = (jsonl: string): LabelledInstruction[] =>
  jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledInstruction);

/** Micro-averaged over pairs; a pair counts only with both its verb and its noun. */
export function measureVerbNounQuality(labels: readonly LabelledInstruction[]): VerbNounQuality {
  const extractor = createMesoExtractor(createEnglishTagger());
  const compared = labels.map(({ text, pairs }) => {
    const marked = pairs.map((pair) => pair.join(' '));
    const found = extractor.kindsOf(text).map(({ name }) => name);
    return { text, marked, found, hits: found.filter((name) => marked.includes(name)).length };
  });
  const sum = (of: (row: (typeof compared)[number]) => number): number =>
    compared.reduce((total, row) => total + of(row), 0);
  const hits = sum((row) => row.hits);
  const found = sum((row) => row.found.length);
  const expected = sum((row) => row.marked.length);
  return {
    precision: hits / found,
    recall: hits / expected,
    f1: (2 * hits) / (found + expected),
    expected,
    errors: compared.filter((row) => row.hits < Math.max(row.found.length, row.marked.length)),
  };
}
