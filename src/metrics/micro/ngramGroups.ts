/** N-grams that begin alike side by side, group by group, and in each group column by column. */
export interface NgramGroups {
  /** The tokens by which each goes on, −1 after the end of its row. Overwritten. */
  readonly tokens: Int32Array;
  /** How many these are. */
  readonly width: number;
  /** [groups, columns]: where their n-grams end; each begins where the one before ends. */
  readonly ends: Int32Array;
  groups: number;
}

/** Counts the distinct n-grams of some columns. */
export interface NgramCounter {
  readonly columns: number;
  /** For n = 1, 2, …: of each column, then of all. */
  readonly distinct: readonly Uint32Array[];
  /** Room for what one group is taken apart into, for widths of 1, 2, … */
  readonly rooms: readonly NgramGroups[];
  /** For each token the number of the group or run in which it was met last; numbers ascend. */
  readonly lastMet: Int32Array;
  nextNumber: number;
}

/**
 * @param columns how many
 * @param longest tokens of the longest n-grams
 * @param highest the highest token
 * @param largest how many n-grams have the same first token at most
 */
export function ngramCounter(
  columns: number,
  longest: number,
  highest: number,
  largest: number,
): NgramCounter {
  return {
    columns,
    distinct: Array.from({ length: longest }, () => new Uint32Array(columns + 1)),
    rooms: Array.from({ length: Math.max(0, longest - 2) }, (_, at) =>
      roomFor(largest, at + 1, Math.min(largest, highest + 1) * columns),
    ),
    lastMet: new Int32Array(highest + 1),
    nextNumber: 1,
  };
}

const roomFor = (ngrams: number, width: number, runs: number): NgramGroups => ({
  tokens: new Int32Array(ngrams * width),
  width,
  ends: new Int32Array(runs),
  groups: 0,
});

/**
 * Counts the distinct n-grams in groups, for all n above the number of tokens that are alike in them.
 * @param groups of a width ≥ 1
 */
export function countGroups(counter: NgramCounter, groups: NgramGroups): void {
  if (groups.width === 1) {
    countLast(counter, groups);
    return;
  }
  const { columns } = counter;
  const parts = counter.rooms[groups.width - 2]!;
  let start = 0;
  for (let group = 0; group < groups.groups; group++) {
    const end = groups.ends[(group + 1) * columns - 1]!;
    if (end > start) {
      takeApart(counter, groups, group, start, end, parts);
      countGroups(counter, parts);
    }
    start = end;
  }
}

/** Puts those n-grams of a group side by side that have the same next token. */
function takeApart(
  counter: NgramCounter,
  groups: NgramGroups,
  group: number,
  start: number,
  end: number,
  parts: NgramGroups,
): void {
  const { columns, distinct } = counter;
  const first = counter.nextNumber;
  // No more parts than n-grams, nor than different tokens, for which there is room.
  parts.ends.fill(0, 0, Math.min((end - start) * columns, parts.ends.length));
  for (let column = 0, at = start; column < columns; column++) {
    const endOfRun = groups.ends[group * columns + column]!;
    countRun(counter, groups, at, endOfRun, first, column, parts.ends);
    at = endOfRun;
  }
  parts.groups = counter.nextNumber - first;
  startRuns(parts.ends, columns, parts.groups, distinct[distinct.length - groups.width]!);
  moveNgrams(groups, start, end, parts);
}

/**
 * Counts the n-grams of a run by their next token. Tokens that the group has not had are numbered, from `first` on; each token
 * gives way to the number of its run among the parts.
 */
function countRun(
  counter: NgramCounter,
  { tokens, width }: NgramGroups,
  start: number,
  end: number,
  first: number,
  column: number,
  counts: Int32Array,
): void {
  const { columns, lastMet } = counter;
  let next = counter.nextNumber;
  for (let at = start * width; at < end * width; at += width) {
    const token = tokens[at]!;
    if (token < 0) continue;
    // No branch: whether a token is new is hard to guess.
    const known = lastMet[token]!;
    const isNew = (known - first) >>> 31;
    const number = known + ((next - known) & -isNew);
    next += isNew;
    lastMet[token] = number;
    const run = (number - first) * columns + column;
    tokens[at] = run;
    counts[run]!++;
  }
  counter.nextNumber = next;
}

/**
 * From how many n-grams each run has to where they start.
 * @param distinct of each column, then of all: runs and groups that have any are added
 */
export function startRuns(
  counts: Int32Array,
  columns: number,
  groups: number,
  distinct: Uint32Array,
): void {
  let end = 0;
  for (let group = 0, run = 0; group < groups; group++) {
    const start = end;
    for (let column = 0; column < columns; column++, run++) {
      const count = counts[run]!;
      counts[run] = end;
      end += count;
      distinct[column]! += -count >>> 31;
    }
    distinct[columns]! += (start - end) >>> 31;
  }
}

/** Moves n-grams to their runs; they leave their next token behind. */
function moveNgrams(
  { tokens, width }: NgramGroups,
  start: number,
  end: number,
  parts: NgramGroups,
): void {
  const cursors = parts.ends;
  const moved = parts.tokens;
  for (let at = start * width; at < end * width; at += width) {
    const run = tokens[at]!;
    if (run < 0) continue;
    let place = cursors[run]!++ * (width - 1);
    for (let next = at + 1; next < at + width; next++) moved[place++] = tokens[next]!;
  }
}

/** Counts the distinct tokens in each run and each group. */
function countLast(counter: NgramCounter, { tokens, ends, groups }: NgramGroups): void {
  const { columns, lastMet } = counter;
  const distinct = counter.distinct.at(-1)!;
  let number = counter.nextNumber;
  for (let group = 0, run = 0, at = 0; group < groups; group++) {
    const first = number;
    for (let column = 0; column < columns; column++, run++, number++) {
      const end = ends[run]!;
      let own = 0;
      let together = 0;
      for (; at < end; at++) {
        const token = tokens[at]!;
        if (token < 0) continue;
        const known = lastMet[token]!;
        lastMet[token] = number;
        own += (known - number) >>> 31;
        together += (known - first) >>> 31;
      }
      distinct[column]! += own;
      distinct[columns]! += together;
    }
  }
  counter.nextNumber = number;
}
