import type { ScriptName } from '../text/mainScript.ts';
import { resistantLine } from './resistantLine.ts';

/** Scripts with fewer rows are compared with all rows. */
const MIN_SCRIPT_ROWS = 30;

/** What a row's figures depend on, whatever it says; one entry per row. */
export interface RowKinds {
  readonly scripts: readonly ScriptName[];
  /** Tokens of the whole row; absent where the length does not matter. */
  readonly tokens?: Uint32Array;
}

export interface StandardScores {
  /** [rows]: (value − typical) / spread, the spread being the usual absolute deviation; 0 where not measured. */
  readonly scores: Float64Array;
  /** [rows]: the value that is usual for rows of the same script, and length; 0 where not measured. */
  readonly typical: Float64Array;
}

/**
 * How far each row's value is above what is usual for rows of its script and length. Both matter: the fewer rows of a
 * script the file has, the further apart they lie and the less its words are known; a long text, which averages over many
 * words, varies less than a short one (where that is so: see `tokens`). Location and spread (median absolute deviation) are resistant lines over the
 * logarithm of the tokens, for each script with 30 rows or more and for all others together with the whole file.
 * @param values ≥ 0; negative where not measured
 * @param minSpread in the unit of the values, > 0: smaller deviations do not count as large, however alike the rows are
 * O(rows log rows).
 */
export function standardScores(
  values: Float32Array,
  { scripts, tokens }: RowKinds,
  minSpread: number,
): StandardScores {
  const scores = new Float64Array(values.length);
  const typical = new Float64Array(values.length);
  const measured: number[] = [];
  values.forEach((value, row) => {
    if (value >= 0) measured.push(row);
  });
  if (measured.length === 0) return { scores, typical };
  const logLengths = new Float64Array(values.length);
  tokens?.forEach((count, row) => (logLengths[row] = Math.log1p(count)));
  const deviations = new Float64Array(values.length);
  const linesOf = (rows: readonly number[]) => {
    const location = resistantLine(rows, logLengths, values);
    for (const row of rows) {
      deviations[row] = Math.abs(values[row]! - location(logLengths[row]!));
    }
    return { location, spread: resistantLine(rows, logLengths, deviations) };
  };
  const groups = [...groupByScript(measured, scripts).values()];
  const isCommon = (rows: readonly number[]) => rows.length >= MIN_SCRIPT_ROWS;
  const ofAll = groups.every(isCommon) ? undefined : linesOf(measured);
  for (const rows of groups) {
    const { location, spread } = (!isCommon(rows) && ofAll) || linesOf(rows);
    for (const row of rows) {
      const logLength = logLengths[row]!;
      typical[row] = location(logLength);
      scores[row] = (values[row]! - typical[row]) / Math.max(minSpread, spread(logLength));
    }
  }
  return { scores, typical };
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
