import { hillNumbers } from '../stats/hillNumbers.ts';
import { incidenceCoverage } from '../stats/incidenceCoverage.ts';
import type { HillNumbers, Kind } from '../stats/levelFigures.ts';
import { pielouEvenness } from '../stats/pielouEvenness.ts';
import { exampleRows, type KindTable } from './kindTable.ts';

/** As many verbs and nouns of each as in the figure of the self-instruct paper. */
const MOST_WORDS = 20;
const MOST_PARTNERS = 4;

/** The verbs or the nouns of verb–noun pairs, counted by themselves. */
export interface PairWords {
  readonly kinds: number;
  readonly hill: HillNumbers;
  readonly sampleCoverage?: number;
  readonly evenness?: number;
  /** The most frequent, at most 20, by count and then by name. */
  readonly top: readonly PairWord[];
}

export interface PairWord extends Kind {
  /** Sum of the counts of the word's pairs: at least `count`, as a row may have several. */
  readonly pairCount: number;
  /** The other words of its most frequent pairs, at most 4. */
  readonly with: readonly (Kind & { readonly exampleRows: readonly number[] })[];
}

/**
 * Verbs and nouns of the pairs by themselves, rows being the sampling units as for the pairs (incidence form).
 * @returns undefined where no kind is a pair. Linear in the kinds of all rows.
 */
export function verbsAndNouns(
  table: KindTable,
): { readonly verbs: PairWords; readonly nouns: PairWords } | undefined {
  if (!table.pairs.some((pair) => pair)) return undefined;
  return { verbs: pairWords(table, 0), nouns: pairWords(table, 1) };
}

function pairWords(table: KindTable, place: 0 | 1): PairWords {
  const { pairs, kindsOfRow, counts, rows } = table;
  const indexes = new Map<string, number>();
  /** Kinds of each word: ascending, hence by count and name. */
  const kindsOfWord: number[][] = [];
  const wordOfKind = pairs.map((pair, kind) => {
    if (!pair) return undefined;
    const word = indexes.get(pair[place]) ?? indexes.size;
    indexes.set(pair[place], word);
    (kindsOfWord[word] ??= []).push(kind);
    return word;
  });
  const rowsOfWord = new Uint32Array(indexes.size);
  const lastRow = new Int32Array(indexes.size).fill(-1);
  const { values, offsets } = kindsOfRow;
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const word = wordOfKind[values[i]!];
      if (word === undefined || lastRow[word] === row) continue;
      lastRow[word] = row;
      rowsOfWord[word]!++;
    }
  }
  const sorted = rowsOfWord.toSorted();
  const hill = hillNumbers(sorted)!;
  const sampleCoverage = incidenceCoverage(sorted, rows);
  const evenness = pielouEvenness(hill);
  const words = [...indexes.keys()];
  const top = Array.from(words.keys())
    .sort((a, b) => rowsOfWord[b]! - rowsOfWord[a]! || (words[a]! < words[b]! ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map((word) => ({
      name: words[word]!,
      count: rowsOfWord[word]!,
      pairCount: kindsOfWord[word]!.reduce((sum, kind) => sum + counts[kind]!, 0),
      with: kindsOfWord[word]!.slice(0, MOST_PARTNERS).map((kind) => ({
        name: pairs[kind]![1 - place]!,
        count: counts[kind]!,
        exampleRows: exampleRows(table, kind),
      })),
    }));
  return {
    kinds: words.length,
    hill,
    ...(sampleCoverage !== undefined && { sampleCoverage }),
    ...(evenness !== undefined && { evenness }),
    top,
  };
}
