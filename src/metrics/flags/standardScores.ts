import type { ScriptName } from '../text/mainScript.ts';
import { lineAt, resistantLine, thirdsAlong, type ResistantLine } from './resistantLine.ts';

/** Scripts with fewer rows are compared with all rows. */
const MIN_SCRIPT_ROWS = 30;

/** What a row's figures depend on, whatever the row says; one entry per row. */
export interface RowCovariates {
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

/** What is usual at any length, and how far rows usually are from it. */
interface UsualLines {
  readonly location: ResistantLine;
  readonly spread: ResistantLine;
}

/**
 * How far each row's value is above what is usual for rows of its script and length. Both matter: the fewer rows of a
 * script the file has, the further apart they lie and the less its words are known; a long text, which averages over many
 * words, varies less than a short one (where that is so: see `tokens`). Location and spread (median absolute deviation) are
 * resistant lines over the logarithm of the tokens, for each script with 30 rows or more; for rows of other scripts they are
 * those of all rows.
 * @param values ≥ 0; negative where not measured
 * @param minSpread in the unit of the values, > 0: smaller deviations do not count as large, however alike the rows are
 * O(rows log rows).
 */
export function standardScores(
  values: Float32Array,
  { scripts, tokens }: RowCovariates,
  minSpread: number,
): StandardScores {
  const scores = new Float64Array(values.length);
  const typical = new Float64Array(values.length);
  const logLengths = new Float64Array(values.length);
  if (tokens) {
    for (let row = 0; row < tokens.length; row++) logLengths[row] = Math.log1p(tokens[row]!);
  }
  const deviations = new Float64Array(values.length);
  const linesOf = (rows: Uint32Array): UsualLines => {
    const thirds = thirdsAlong(rows, logLengths);
    const location = resistantLine(thirds, values);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      deviations[row] = Math.abs(values[row]! - lineAt(location, logLengths[row]!));
    }
    return { location, spread: resistantLine(thirds, deviations) };
  };
  const groups = groupByScript(values, scripts);
  const isCommon = (rows: Uint32Array) => rows.length >= MIN_SCRIPT_ROWS;
  const ofAll = groups.every(isCommon)
    ? undefined
    : linesOf(new Uint32Array(groups.flatMap((rows) => [...rows])));
  for (const rows of groups) {
    const { location, spread } = (!isCommon(rows) && ofAll) || linesOf(rows);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const logLength = logLengths[row]!;
      typical[row] = lineAt(location, logLength);
      scores[row] = (values[row]! - typical[row]) / Math.max(minSpread, lineAt(spread, logLength));
    }
  }
  return { scores, typical };
}

/** The measured rows of each script. */
function groupByScript(values: Float32Array, scripts: readonly ScriptName[]): Uint32Array[] {
  const groups = new Map<ScriptName, number[]>();
  for (let row = 0; row < values.length; row++) {
    if (!(values[row]! >= 0)) continue;
    const group = groups.get(scripts[row]!);
    if (group === undefined) groups.set(scripts[row]!, [row]);
    else group.push(row);
  }
  return Array.from(groups.values(), (rows) => new Uint32Array(rows));
}
