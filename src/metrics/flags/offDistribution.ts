import type { LetterScript, ScriptName } from '../text/mainScript.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { LabelVote } from './labelVotes.ts';
import type { NeighbourDistances } from './offDistributionDistances.ts';
import { MIN_DISTANCE_SPREAD, MIN_FAR_DISTANCE } from './offDistributionDistances.ts';
import type { OtherLanguage } from './offDistributionLanguage.ts';
import { lengthLimits } from './offDistributionLength.ts';
import { heavyTail } from './heavyTail.ts';
import { rareScripts } from './offDistributionScript.ts';
import { rareTags } from './rareTags.ts';
import { standardScores, type RowKinds } from './standardScores.ts';
import { tailSurprise } from './tailSurprise.ts';

export type OffDistributionFinding =
  | {
      readonly code: 'far-from-all';
      /** Mean cosine distance to the nearest rows, and what is usual for rows of the same script. */
      readonly meanCosineDistance: number;
      readonly medianCosineDistance: number;
      readonly nearestRow: number;
    }
  | {
      readonly code: 'odd-wording';
      /** Mean surprise of the row's tokens, and what is usual for rows of the same script and length: bits per token. */
      readonly surpriseBits: number;
      readonly typicalSurpriseBits: number;
    }
  | {
      readonly code: 'rare-script';
      readonly script: LetterScript;
      /** Share of the rows with letters that are mainly in the script, 0–1. */
      readonly share: number;
    }
  | ({ readonly code: 'rare-language' } & Omit<OtherLanguage, 'row'>)
  | {
      readonly code: 'unusual-length';
      readonly field: 'instruction' | 'response';
      readonly tokens: number;
      readonly medianTokens: number;
    }
  | {
      readonly code: 'rare-tag';
      readonly tag: number;
      /** Rows that have the tag, and their share of the rows with tags. */
      readonly rows: number;
      readonly share: number;
    }
  | ({ readonly code: 'other-label' } & Omit<LabelVote, 'row'>);

/** What is known of each of the file's rows; all arrays have one entry per row. */
export interface OffDistributionInput extends NeighbourDistances {
  readonly scripts: readonly ScriptName[];
  /** 0 for a row without the field. */
  readonly instructionTokens: Uint32Array;
  readonly responseTokens: Uint32Array;
  /** Bits per token under the model of all other rows (`createWordingModel`), −1 where not measured. */
  readonly surpriseBits: Float32Array;
  /** The distinct tags of each row as numbers. */
  readonly tags: TokenColumn;
  /** Rows in a language that the file hardly has (`otherLanguages`). */
  readonly otherLanguages: readonly OtherLanguage[];
  /** Rows that lie among another label's (`findLabelVotes`). */
  readonly labelVotes: readonly LabelVote[];
}

export interface FlaggedRow {
  readonly row: number;
  /** Share of rows expected to be at least as odd, in (0, 1]: lower = further off. */
  readonly score: number;
  /** Place among all rows, 1 for the oddest; equally odd rows by row. */
  readonly rank: number;
  /** At least one: far from all, odd wording, rare script or language, unusual length, rare tag, other label. */
  readonly evidence: readonly OffDistributionFinding[];
}

/** Quartiles and tails of fewer rows say little. */
const MIN_ROWS = 20;
/** Bits per token: smaller deviations are not odd, however alike the rows are. */
const MIN_SURPRISE_SPREAD = 0.1;
/** Meaning counts thrice: measured on known strangers, see bench/quality.md. */
const DISTANCE_WEIGHT = 3;
const SCORE_TAIL = { tail: 0.1, minScale: 0.25 };
/** Nats: sums that differ by less are alike, however alike the rows are. */
const MIN_SUM_SCALE = 1;
/** What counts as a reason by itself: a figure that one row in twenty reaches. */
const REASON_NATS = -Math.log(0.05);
/** A label without any vote is not impossible. */
const MIN_LABEL_SHARE = 0.02;

/**
 * The rows that do not belong to the rest of the file, each with its reasons, the oddest first.
 *
 * Two figures that every row has are made one: the mean distance to the 5 nearest different rows, compared with rows of the
 * same script, and the wording's surprise, compared with rows of the same script and length (`standardScores`). Each is
 * turned into −ln of the share of rows that have at least as much of it (`tailSurprise`), and added as in Fisher's method, the
 * distance thrice. A row is flagged when the share of rows expected to have at
 * least its sum, extrapolated from the lower seven eighths of the file's own sums (`heavyTail`), is below
 * `falsePositiveRate`: in a file without strangers at most about that share is flagged, mostly less. Rows less than 0.25 from
 * their nearest never count as far; the sums from which is extrapolated are those without this exception, since where most
 * rows are near it would make the sums of the others a tail.
 *
 * Four more reasons flag a row by themselves, each rare by its own rule: a rare script (`rareScripts`) or
 * language (`otherLanguages`), an unusual length
 * (`lengthLimits`), a rare tag (`rareTags`), a place among another label's rows (`findLabelVotes`). A script's or tag's
 * share, and the share of votes for the row's own label, then lower its score like further independent evidence.
 *
 * @param falsePositiveRate in (0, 1)
 * @throws RangeError where the inputs are not equally long
 * O(rows log rows).
 * @see Kuan & Mueller (2022), arXiv 2207.03061, and cleanlab for the distance; Fisher (1925), Statistical Methods for Research
 *   Workers, 21.1, for the sum; unlike there its distribution is the file's own, as the two figures depend on each other
 */
export function findOffDistribution(
  input: OffDistributionInput,
  falsePositiveRate: number,
): FlaggedRow[] {
  checkLengths(input);
  const rows = input.distances.length;
  const kinds = {
    scripts: input.scripts,
    tokens: input.instructionTokens.map((count, row) => count + input.responseTokens[row]!),
  };
  const distance = distanceScores(input);
  const wording = oddness(input.surpriseBits, kinds, MIN_SURPRISE_SPREAD);
  const sumsOf = (far: Float64Array) =>
    far.map((own, row) => DISTANCE_WEIGHT * own + wording.nats[row]!);
  const nats = raritiesOf(sumsOf(distance.nats), sumsOf(distance.uncapped), input.distances);
  const measured = (row: number): OffDistributionFinding[] => {
    const found: OffDistributionFinding[] = [];
    const strongest = Math.max(distance.nats[row]!, wording.nats[row]!);
    const counts = (own: number) => own >= Math.min(REASON_NATS, strongest);
    if (counts(distance.nats[row]!) && input.distances[row]! >= MIN_FAR_DISTANCE) {
      found.push({
        code: 'far-from-all',
        meanCosineDistance: input.distances[row]!,
        medianCosineDistance: distance.typical[row]!,
        nearestRow: input.nearestRows[row]!,
      });
    }
    if (counts(wording.nats[row]!) && input.surpriseBits[row]! >= 0) {
      found.push({
        code: 'odd-wording',
        surpriseBits: input.surpriseBits[row]!,
        typicalSurpriseBits: wording.typical[row]!,
      });
    }
    return found;
  };

  const finders = [
    scriptFinder(input),
    languageFinder(input),
    lengthFinder('instruction', input.instructionTokens),
    lengthFinder('response', input.responseTokens),
    tagFinder(input),
    labelFinder(input),
  ];
  const others = Array.from(input.scripts, (_, row) =>
    finders.map((find) => find(row)).filter((found) => found !== undefined),
  );
  const limit = rows < MIN_ROWS ? Infinity : -Math.log(falsePositiveRate);
  const flagged: Omit<FlaggedRow, 'rank'>[] = [];
  others.forEach((found, row) => {
    const evidence = nats[row]! < limit ? found : [...measured(row), ...found];
    for (const finding of found) nats[row]! += natsOf(finding);
    if (evidence.length > 0) flagged.push({ row, score: Math.exp(-nats[row]!), evidence });
  });
  const ranks = ranksOf(nats);
  return flagged
    .map((found) => ({ ...found, rank: ranks[found.row]! }))
    .sort((a, b) => a.rank - b.rank);
}

interface Oddness {
  /** −ln of the share of rows at least as odd. */
  readonly nats: Float64Array;
  readonly typical: Float64Array;
}

/** Of the measured rows among one another; 0 for the others. */
function oddness(values: Float32Array, kinds: RowKinds, minSpread: number): Oddness {
  const { scores, typical } = standardScores(values, kinds, minSpread);
  const measured = scores.filter((_, row) => values[row]! >= 0);
  const found = tailSurprise(measured, SCORE_TAIL);
  let at = 0;
  return { nats: scores.map((_, row) => (values[row]! >= 0 ? found[at++]! : 0)), typical };
}

/**
 * −ln of the share of rows with as high a sum. Rows whose distance was not measured, as in a large file, have lower sums:
 * they are compared with one another.
 */
function raritiesOf(
  sums: Float64Array,
  uncapped: Float64Array,
  distances: Float32Array,
): Float64Array {
  const isMeasured = (row: number) => distances[row]! >= 0;
  const ofMeasured = heavyTail(
    uncapped.filter((_, row) => isMeasured(row)),
    MIN_SUM_SCALE,
  );
  const ofOthers = heavyTail(
    uncapped.filter((_, row) => !isMeasured(row)),
    MIN_SUM_SCALE,
  );
  return sums.map((sum, row) => (isMeasured(row) ? ofMeasured(sum) : ofOthers(sum)));
}

function distanceScores({
  distances,
  scripts,
}: OffDistributionInput): Oddness & { readonly uncapped: Float64Array } {
  const { nats: uncapped, typical } = oddness(distances, { scripts }, MIN_DISTANCE_SPREAD);
  // Where all rows are alike, small distances are rare, but near is near.
  const nats = uncapped.map((value, row) =>
    distances[row]! < MIN_FAR_DISTANCE ? Math.min(value, Math.LN2) : value,
  );
  return { nats, typical, uncapped };
}

type Finder = (row: number) => OffDistributionFinding | undefined;

function scriptFinder({ scripts }: OffDistributionInput): Finder {
  const shares = rareScripts(scripts);
  return (row) => {
    const script = scripts[row]!;
    if (script === 'Common') return undefined;
    const share = shares.get(script);
    return share === undefined ? undefined : { code: 'rare-script', script, share };
  };
}

/** A language that its script tells already is no further evidence. */
function languageFinder(input: OffDistributionInput): Finder {
  const languages = new Map(input.otherLanguages.map(({ row, ...found }) => [row, found]));
  const findScript = scriptFinder(input);
  return (row) => {
    const found = languages.get(row);
    return found && !findScript(row) ? { code: 'rare-language', ...found } : undefined;
  };
}

function lengthFinder(field: 'instruction' | 'response', tokenCounts: Uint32Array): Finder {
  const limits = lengthLimits(tokenCounts);
  return (row) => {
    const tokens = tokenCounts[row]!;
    if (limits === undefined || tokens === 0) return undefined;
    if (tokens >= limits.low && tokens <= limits.high) return undefined;
    return { code: 'unusual-length', field, tokens, medianTokens: limits.median };
  };
}

/** The rarest of the row's rare tags. */
function tagFinder({ tags }: OffDistributionInput): Finder {
  const rare = rareTags(tags);
  if (rare.size === 0) return () => undefined;
  return (row) => {
    let rarest: OffDistributionFinding | undefined;
    for (const tag of tags.values.subarray(tags.offsets[row], tags.offsets[row + 1])) {
      const found = rare.get(tag);
      if (found === undefined) continue;
      if (rarest?.code === 'rare-tag' && rarest.rows <= found.rows) continue;
      rarest = { code: 'rare-tag', tag, ...found };
    }
    return rarest;
  };
}

function labelFinder({ labelVotes }: OffDistributionInput): Finder {
  const votes = new Map(labelVotes.map(({ row, ...vote }) => [row, vote]));
  return (row) => {
    const vote = votes.get(row);
    return vote && { code: 'other-label', ...vote };
  };
}

/** What a reason with a probability of its own adds. */
function natsOf(finding: OffDistributionFinding): number {
  switch (finding.code) {
    case 'rare-script':
    case 'rare-language':
    case 'rare-tag':
      return -Math.log(finding.share);
    case 'other-label':
      return -Math.log(Math.max(MIN_LABEL_SHARE, finding.labelShare));
    default:
      return 0;
  }
}

function ranksOf(nats: Float64Array): Uint32Array {
  const order = Uint32Array.from(nats.keys()).sort((a, b) => nats[b]! - nats[a]! || a - b);
  const ranks = new Uint32Array(nats.length);
  order.forEach((row, place) => (ranks[row] = place + 1));
  return ranks;
}

function checkLengths(input: OffDistributionInput): void {
  const rows = input.distances.length;
  const lengths = {
    nearestRows: input.nearestRows.length,
    scripts: input.scripts.length,
    instructionTokens: input.instructionTokens.length,
    responseTokens: input.responseTokens.length,
    surpriseBits: input.surpriseBits.length,
    tags: input.tags.offsets.length - 1,
  };
  for (const [name, got] of Object.entries(lengths)) {
    if (got !== rows) throw new RangeError(`${name}: got ${got} rows, expected ${rows}`);
  }
}
