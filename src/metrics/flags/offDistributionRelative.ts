import type { ScriptName } from '../text/mainScript.ts';
import { quartiles } from './quartiles.ts';

/** Quartiles of fewer rows say little. */
const MIN_ROWS = 20;
/** Scripts with fewer rows are compared with all rows. */
const MIN_SCRIPT_ROWS = 30;
const IQR_FACTOR = 1.7;
/** Rows nearer than this say about the same as their neighbours, however alike the rest of the file is. */
const MIN_FAR_DISTANCE = 0.25;
/** No distance is typical at 0: near copies alone would put every other row infinitely far off. */
const MIN_TYPICAL = 1e-3;

export interface RelativeDistances {
  /** [rows]: mean distance to the nearest rows ÷ `typical`; −1 where not measured. The median row has about 1. */
  readonly relative: Float64Array;
  /** [rows]: the distance that is usual for rows of the same script and length. */
  readonly typical: Float64Array;
  /** Q3 + 1.7 · IQR of `relative`; undefined for fewer than 20 measured rows. */
  readonly limit: number | undefined;
  /** Rows far from all, furthest first: beyond the limit, and at least 0.25 from their nearest. */
  readonly farRows: readonly number[];
}

/** What a row's distance depends on, whatever it says; one entry per row. */
export interface RowKinds {
  readonly scripts: readonly ScriptName[];
  /** Tokens of the whole row. */
  readonly tokens: Uint32Array;
}

/**
 * How far rows lie from their nearest, compared with other rows of the same script and length. Both matter: the fewer
 * rows of a script the file has, the further apart they are, and a long text, whose vector averages many words, lies
 * nearer to everything than a short one. Typical is a line over the logarithm of the tokens for each script with 30
 * rows or more, fitted through the medians of the shortest and the longest third, which a few strangers do not move. It
 * never rises with length, and falls no further beyond the longer median. In a file of one script, without an effect of length,
 * this is the distance divided by the file's median, as in cleanlab.
 * @param distances mean cosine distances ≥ 0; negative where not measured
 * O(rows log rows).
 * @see Tukey (1977), Exploratory Data Analysis, ch. 5, for the resistant line
 */
export function relativeDistances(
  distances: Float32Array,
  { scripts, tokens }: RowKinds,
): RelativeDistances {
  const measured = Array.from(distances.keys()).filter((row) => distances[row]! >= 0);
  const relative = new Float64Array(distances.length).fill(-1);
  const typical = new Float64Array(distances.length);
  if (measured.length === 0) return { relative, typical, limit: undefined, farRows: [] };
  const logLengths = Float64Array.from(tokens, (count) => Math.log(1 + count));
  const line = resistantLine(measured, logLengths, distances);
  for (const rows of groupByScript(measured, scripts).values()) {
    const typicalAt =
      rows.length < MIN_SCRIPT_ROWS ? line : resistantLine(rows, logLengths, distances);
    for (const row of rows) {
      typical[row] = Math.max(MIN_TYPICAL, typicalAt(logLengths[row]!));
      relative[row] = distances[row]! / typical[row];
    }
  }
  const limit = upperLimit(relative.filter((value) => value >= 0));
  const farRows = measured
    .filter((row) => limit !== undefined && relative[row]! > limit)
    .filter((row) => distances[row]! >= MIN_FAR_DISTANCE)
    .sort((a, b) => relative[b]! - relative[a]! || a - b);
  return { relative, typical, limit, farRows };
}

function groupByScript(
  rows: readonly number[],
  scripts: readonly ScriptName[],
): Map<ScriptName, number[]> {
  const groups = new Map<ScriptName, number[]>();
  for (const row of rows) {
    const group = groups.get(scripts[row]!);
    if (group === undefined) groups.set(scripts[row]!, [row]);
    else group.push(row);
  }
  return groups;
}

function upperLimit(values: Float64Array): number | undefined {
  if (values.length < MIN_ROWS) return undefined;
  const { q1, q3 } = quartiles(values);
  return q3 + IQR_FACTOR * (q3 - q1);
}

type Line = (logLength: number) => number;

function resistantLine(
  rows: readonly number[],
  logLengths: Float64Array,
  distances: Float32Array,
): Line {
  const byLength = rows.toSorted((a, b) => logLengths[a]! - logLengths[b]! || a - b);
  const third = Math.ceil(byLength.length / 3);
  const medianOf = (chosen: readonly number[], values: Float64Array | Float32Array): number =>
    quartiles(Float64Array.from(chosen, (row) => values[row]!)).median;
  const shortest = byLength.slice(0, third);
  const longest = byLength.slice(-third);
  const start = medianOf(shortest, logLengths);
  const end = medianOf(longest, logLengths);
  const rise = medianOf(longest, distances) - medianOf(shortest, distances);
  const slope = end > start ? Math.min(0, rise / (end - start)) : 0;
  const sloped: Line = (logLength) => slope * (Math.min(end, logLength) - start);
  const residuals = Float64Array.from(rows, (row) => distances[row]! - sloped(logLengths[row]!));
  const level = quartiles(residuals).median;
  return (logLength) => level + sloped(logLength);
}
