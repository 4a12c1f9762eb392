import { MIN_FAR_DISTANCE } from './neighbourDistances.ts';
import type { NeighbourFacts, OffDistributionFinding, RowFacts } from './offDistributionInput.ts';
import { offDistributionRarity, wordingOddness } from './offDistributionRarity.ts';
import { rareReasons } from './rareReasons.ts';

export interface FlaggedRow {
  readonly row: number;
  /** Share of rows expected to be at least as odd, above 0 and at most the false-positive rate: lower = further off. */
  readonly score: number;
  /** Place among all rows, of which those that are not flagged come last; 1 for the oddest, equally odd rows by row. */
  readonly rank: number;
  /** At least one: far from all, odd wording, rare script or language, unusual length, rare tag, other label. */
  readonly evidence: readonly OffDistributionFinding[];
}

/** Quartiles and tails of fewer rows say little. */
const MIN_ROWS = 20;
/** What counts as a reason by itself: a figure that one row in twenty reaches. */
const REASON_NATS = -Math.log(0.05);

/**
 * Finds the rows that do not belong to the rest of the file, each with its reasons, the oddest first, once their nearest rows are known:
 * what does not depend on these is reckoned at once.
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
 * The reasons of `rareReasons` flag a row by themselves. The probability of each lowers the row's score like further
 * independent evidence; at most the score is `falsePositiveRate`, so that every flagged row stands before all others.
 *
 * @param falsePositiveRate in (0, 1)
 * @throws RangeError where the inputs are not equally long
 * O(rows log rows).
 * @see Kuan & Mueller (2022), arXiv 2207.03061, and cleanlab for the distance; Fisher (1925), Statistical Methods for Research
 *   Workers, 21.1, for the sum; unlike there its distribution is the file's own, as the two figures depend on each other
 */
export function offDistributionFinder(
  facts: RowFacts,
  falsePositiveRate: number,
): (found: NeighbourFacts) => FlaggedRow[] {
  checkLengths(facts);
  const { scripts, surpriseBits } = facts;
  const limit = scripts.length < MIN_ROWS ? Infinity : -Math.log(falsePositiveRate);
  const wording = wordingOddness(facts);
  const rareReasonsWith = rareReasons(facts);
  return ({ distances, nearestRows, labelVotes }) => {
    checkLength('distances', distances.length, scripts.length);
    checkLength('nearestRows', nearestRows.length, scripts.length);
    const { nats, distance } = offDistributionRarity(distances, scripts, wording);
    const measured = (row: number): OffDistributionFinding[] => {
      const found: OffDistributionFinding[] = [];
      const strongest = Math.max(distance.nats[row]!, wording.nats[row]!);
      const counts = (own: number) => own >= Math.min(REASON_NATS, strongest);
      if (counts(distance.nats[row]!) && distances[row]! >= MIN_FAR_DISTANCE) {
        found.push({
          code: 'far-from-all',
          meanCosineDistance: distances[row]!,
          medianCosineDistance: distance.typical[row]!,
          nearestRow: nearestRows[row]!,
        });
      }
      if (counts(wording.nats[row]!) && surpriseBits[row]! >= 0) {
        found.push({
          code: 'odd-wording',
          surpriseBits: surpriseBits[row]!,
          typicalSurpriseBits: wording.typical[row]!,
        });
      }
      return found;
    };

    const rareReasonsOf = rareReasonsWith(labelVotes);
    const flagged: (Pick<FlaggedRow, 'row' | 'evidence'> & { readonly nats: number })[] = [];
    nats.forEach((own, row) => {
      const rare = rareReasonsOf(row);
      if (own < limit && rare.length === 0) return;
      const reasons = rare.map(({ finding }) => finding);
      const evidence = [...(own < limit ? [] : measured(row)), ...reasons];
      if (evidence.length === 0) return;
      flagged.push({ row, evidence, nats: rare.reduce((sum, reason) => sum + reason.nats, own) });
    });
    return flagged
      .sort((a, b) => b.nats - a.nats || a.row - b.row)
      .map(({ row, evidence, nats: sum }, place) => ({
        row,
        score: Math.min(falsePositiveRate, Math.exp(-sum)),
        rank: place + 1,
        evidence,
      }));
  };
}

function checkLengths(facts: RowFacts): void {
  const rows = facts.scripts.length;
  checkLength('instructionTokens', facts.instructionTokens.length, rows);
  checkLength('responseTokens', facts.responseTokens.length, rows);
  checkLength('surpriseBits', facts.surpriseBits.length, rows);
  checkLength('tags', facts.tags.offsets.length - 1, rows);
}

function checkLength(name: string, got: number, rows: number): void {
  if (got !== rows) throw new RangeError(`${name}: got ${got} rows, expected ${rows}`);
}
