import type { ScriptName } from '../text/mainScript.ts';
import type { NeighbourDistances } from './offDistributionDistances.ts';
import { lengthLimits } from './offDistributionLength.ts';
import { relativeDistances, type RelativeDistances } from './offDistributionRelative.ts';
import { rareScripts } from './offDistributionScript.ts';

export type OffDistributionFinding =
  | {
      readonly code: 'far-from-all';
      /** Mean cosine distance to the nearest rows, and the median of it that rows of the same script and length have. */
      readonly meanCosineDistance: number;
      readonly medianCosineDistance: number;
      readonly nearestRow: number;
    }
  | {
      readonly code: 'rare-script';
      readonly script: ScriptName;
      /** Share of the rows with letters that are mainly in the script, 0–1. */
      readonly share: number;
    }
  | {
      readonly code: 'unusual-length';
      readonly field: 'instruction' | 'response';
      readonly tokens: number;
      readonly medianTokens: number;
    };

/** What is known of each of the file's rows; all arrays have one entry per row. */
export interface OffDistributionInput extends NeighbourDistances {
  readonly scripts: readonly ScriptName[];
  /** 0 for a row without the field. */
  readonly instructionTokens: Uint32Array;
  readonly responseTokens: Uint32Array;
}

export interface OffDistributionRows {
  /** Least typical first; equal scores by row. */
  readonly rows: readonly FlaggedRow[];
  /**
   * Rows further than this many times the median of their script and length are far from all: Q3 + 1.7 · IQR of these
   * multiples. Absent for fewer than 20 measured rows.
   */
  readonly distanceLimit?: number;
}

export interface FlaggedRow {
  readonly row: number;
  /**
   * How typical the row is in meaning, exp(−d̄ / typical d̄), in (0, 1]: .37 for the median row, lower = further off.
   * A row whose distance was not measured, flagged for another reason, counts as typical.
   */
  readonly score: number;
  /** At least one: far from all, then rare script, then unusual length. */
  readonly evidence: readonly OffDistributionFinding[];
}

/**
 * The rows that do not belong to the rest of the file, each with its reasons:
 * - far from all: mean cosine distance to the 10 nearest different rows, relative to what is typical for the row's script
 *   and length (`relativeDistances`), beyond Q3 + 1.7 · IQR (and at least 0.25);
 * - rare script: its main script has less than 1 % of the rows (`rareScripts`);
 * - unusual length: the logarithm of a field's tokens more than 3 · IQR outside its quartiles (`lengthLimits`).
 * @throws RangeError where the inputs are not equally long
 * O(rows log rows).
 * @see Kuan & Mueller (2022), arXiv 2207.03061, and cleanlab, whose score with t = 1 and whose distance rule this follows;
 * different from it: distances are relative to script and length, and copies of a row are not its neighbours.
 */
export function findOffDistribution(input: OffDistributionInput): OffDistributionRows {
  const distances = relativeTo(input);
  const evidenceOf = [
    farFinder(input, distances),
    scriptFinder(input),
    lengthFinder('instruction', input.instructionTokens),
    lengthFinder('response', input.responseTokens),
  ];
  const rows: FlaggedRow[] = [];
  for (let row = 0; row < input.distances.length; row++) {
    const evidence = evidenceOf.map((find) => find(row)).filter((found) => found !== undefined);
    if (evidence.length === 0) continue;
    rows.push({ row, score: typicality(distances.relative[row]!), evidence });
  }
  rows.sort((a, b) => a.score - b.score || a.row - b.row);
  const { limit } = distances;
  return { rows, ...(limit !== undefined && { distanceLimit: limit }) };
}

function relativeTo(input: OffDistributionInput): RelativeDistances {
  checkLengths(input);
  const tokens = input.instructionTokens.map((count, row) => count + input.responseTokens[row]!);
  return relativeDistances(input.distances, { scripts: input.scripts, tokens });
}

type Finder = (row: number) => OffDistributionFinding | undefined;

function farFinder(
  { distances, nearestRows }: NeighbourDistances,
  { typical, farRows }: RelativeDistances,
): Finder {
  const isFar = new Set(farRows);
  return (row) => {
    if (!isFar.has(row)) return undefined;
    return {
      code: 'far-from-all',
      meanCosineDistance: distances[row]!,
      medianCosineDistance: typical[row]!,
      nearestRow: nearestRows[row]!,
    };
  };
}

function scriptFinder({ scripts }: OffDistributionInput): Finder {
  const shares = rareScripts(scripts);
  return (row) => {
    const script = scripts[row]!;
    const share = shares.get(script);
    return share === undefined ? undefined : { code: 'rare-script', script, share };
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

function typicality(relativeDistance: number): number {
  return Math.exp(-(relativeDistance >= 0 ? relativeDistance : 1));
}

function checkLengths(input: OffDistributionInput): void {
  const rows = input.distances.length;
  for (const name of ['nearestRows', 'scripts', 'instructionTokens', 'responseTokens'] as const) {
    const got = input[name].length;
    if (got !== rows) throw new RangeError(`${name}: got ${got} rows, expected ${rows}`);
  }
}
