import type { KindSample } from '../stats/kindSample.ts';
import { stringHash } from '../text/stringHash.ts';

export interface RareToken<Place> {
  readonly name: string;
  /** Rows that have it. */
  readonly rows: number;
  /** The first rows that have it, at most 3. */
  readonly places: readonly Place[];
}

const MOST_TOKENS = 10;
const PLACES = 3;
/** Candidates that are looked at in their rows. */
const CANDIDATES = 100;
/** From four letters after a space, or two where words are written without. */
const WORD =
  /^ \p{L}{4,}$|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}$/u;
const GOES_ON = /^[\p{L}\p{M}]/u;

/**
 * The words of the mid-band that fewest rows have; of equally many by a hash, so that neither length nor script says which
 * are listed. Of words that differ in case only the one that most rows have stands for all. A token after a space is a word
 * where no letter follows it; a token that has a letter after it in one of its first rows is the beginning of words, and left
 * out. Of the first hundred tokens.
 * @param band counts of the mid-band, both inclusive
 * @param textOf of a kind, asked for those of the band, and those that follow the candidates
 * @returns at most 10; places are rows of the sample
 * O(types log types + values), a plain look at each value until all are found.
 */
export function rareMidBand(
  sample: KindSample,
  { minCount, maxCount }: { readonly minCount: number; readonly maxCount: number },
  textOf: (type: number) => string,
): RareToken<number>[] {
  const { occurrences, incidences } = sample;
  const inBand = new Map<string, { type: number; name: string; hash: number }>();
  for (let type = 0; type < occurrences.length; type++) {
    if (occurrences[type]! < minCount || occurrences[type]! > maxCount) continue;
    const name = textOf(type);
    if (!WORD.test(name)) continue;
    const word = name.toLowerCase();
    const known = inBand.get(word);
    if (known && incidences[known.type]! >= incidences[type]!) continue;
    inBand.set(word, { type, name, hash: stringHash(word) });
  }
  const words = [...inBand.values()]
    .sort((a, b) => incidences[a.type]! - incidences[b.type]! || a.hash - b.hash || a.type - b.type)
    .slice(0, CANDIDATES);
  const found = findPlaces(new Map(words.map(({ type, name }) => [type, name])), sample, textOf);
  return words
    .flatMap(({ type, name }) => {
      const places = found.get(type)!;
      return places.length === 0 ? [] : [{ name: name.trim(), rows: incidences[type]!, places }];
    })
    .slice(0, MOST_TOKENS);
}

/** The first rows of each word; none where it is not a whole word in all of them. */
function findPlaces(
  words: ReadonlyMap<number, string>,
  { values, starts, ends, incidences }: KindSample,
  textOf: (type: number) => string,
): Map<number, number[]> {
  const found = new Map(Array.from(words.keys(), (type) => [type, [] as number[]]));
  const wanted = new Uint8Array(incidences.length);
  let missing = words.size;
  for (const type of words.keys()) wanted[type] = 1;
  for (let row = 0; missing > 0; row++) {
    const end = ends[row]!;
    for (let at = starts[row]!; (at = nextWanted(values, at, end, wanted)) < end; at++) {
      const type = values[at]!;
      const places = found.get(type)!;
      const isPart =
        at + 1 < end && words.get(type)!.startsWith(' ') && GOES_ON.test(textOf(values[at + 1]!));
      if (isPart) places.length = 0;
      else if (places.at(-1) !== row) places.push(row);
      if (!isPart && places.length < Math.min(PLACES, incidences[type]!)) continue;
      wanted[type] = 0;
      missing--;
    }
  }
  return found;
}

/** The next place from `at` on whose type is wanted, or `end`. */
function nextWanted(values: Uint32Array, at: number, end: number, wanted: Uint8Array): number {
  while (at < end && wanted[values[at]!] === 0) at++;
  return at;
}
