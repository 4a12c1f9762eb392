import type { KindSample } from '../stats/kindSample.ts';

export interface RareToken<Place> {
  readonly name: string;
  /** Rows that have it. */
  readonly rows: number;
  /** The first rows that have it, at most 3. */
  readonly places: readonly Place[];
}

const MOST_TOKENS = 10;
const PLACES = 3;
/** Whole words: from four letters after a space, or two where words are written without. */
const WORD =
  /^ \p{L}{4,}$|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}$/u;

/**
 * The words of the mid-band that fewest rows have; of equally many those with the lowest token first, which byte-pair
 * merging made earliest: words common in texts at large and rare here.
 * @param types the token of each kind of the sample, ascending
 * @param band counts of the mid-band, both inclusive
 * @param decodeToken called for the candidates in order, until there are ten words
 * @returns at most 10; places are rows of the sample
 * O(types log types + values), a plain look at each value.
 */
export function rareMidBand(
  types: Uint32Array,
  { values, offsets, rows, occurrences, incidences }: KindSample,
  { minCount, maxCount }: { readonly minCount: number; readonly maxCount: number },
  decodeToken: (token: number) => string,
): RareToken<number>[] {
  const candidates = Uint32Array.from(types.keys())
    .filter((type) => occurrences[type]! >= minCount && occurrences[type]! <= maxCount)
    .sort((a, b) => incidences[a]! - incidences[b]! || a - b);
  const chosen = new Map<number, { name: string; places: number[] }>();
  for (const type of candidates) {
    const name = decodeToken(types[type]!);
    if (WORD.test(name)) chosen.set(type, { name: name.trim(), places: [] });
    if (chosen.size === MOST_TOKENS) break;
  }
  const wanted = new Uint8Array(types.length);
  let missing = 0;
  for (const type of chosen.keys()) {
    wanted[type] = 1;
    missing += Math.min(PLACES, incidences[type]!);
  }
  for (let row = 0; row < rows && missing > 0; row++) {
    const end = offsets[row + 1]!;
    for (let at = offsets[row]!; at < end; at++) {
      if (wanted[values[at]!] === 0) continue;
      const { places } = chosen.get(values[at]!)!;
      if (places.length === PLACES || places.at(-1) === row) continue;
      places.push(row);
      missing--;
    }
  }
  return Array.from(chosen, ([type, { name, places }]) => ({
    name,
    rows: incidences[type]!,
    places,
  }));
}
