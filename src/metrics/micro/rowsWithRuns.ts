import type { TokenColumn } from '../text/tokenColumn.ts';
import type { RecurringPhrase } from './recurringPhrases.ts';

/** Tokens of a column: values[start] … values[start + length − 1]. */
export type Run = Pick<RecurringPhrase, 'start' | 'length'>;

const FIRST_ROWS = 5;
/** Marks for the first tokens of runs: most tokens of the column are passed over by them. */
const MARKS = 1 << 16;
const markOf = (token: number) => (token >>> 2) & (MARKS - 1);

/**
 * The rows that have each of some runs of tokens.
 * @param column not mutated
 * @param runs each of one token or more
 * @returns one for each run, told by where the first row that has it first has it
 * O(tokens + places of first tokens · length) time; for a few runs some 2 ns a token.
 */
export function rowsWithRuns(
  { values, offsets }: TokenColumn,
  runs: readonly Run[],
): RecurringPhrase[] {
  const marks = new Uint8Array(MARKS);
  const runsOfToken = new Map<number, number[]>();
  runs.forEach(({ start }, run) => {
    const token = values[start]!;
    marks[markOf(token)] = 1;
    const others = runsOfToken.get(token);
    if (others) others.push(run);
    else runsOfToken.set(token, [run]);
  });
  const found = runs.map(({ length }) => ({
    ...{ row: -1, start: -1, length, rows: 0 },
    firstRows: [] as number[],
  }));
  const lastRows = new Int32Array(runs.length).fill(-1);
  const isAt = ({ start, length }: Run, place: number): boolean => {
    for (let token = 0; token < length; token++) {
      if (values[start + token] !== values[place + token]) return false;
    }
    return true;
  };
  for (let row = 0; row + 1 < offsets.length; row++) {
    const end = offsets[row + 1]!;
    for (let place = offsets[row]!; place < end; place++) {
      if (marks[markOf(values[place]!)] === 0) continue;
      for (const run of runsOfToken.get(values[place]!) ?? []) {
        const known = found[run]!;
        if (lastRows[run] === row || place + known.length > end) continue;
        if (!isAt(runs[run]!, place)) continue;
        lastRows[run] = row;
        known.rows++;
        if (known.rows === 1) Object.assign(known, { row, start: place });
        if (known.firstRows.length < FIRST_ROWS) known.firstRows.push(row);
      }
    }
  }
  return found;
}
