import { NUMBER_MASK, ROW_STARTS, type FollowerRuns } from './followerRuns.ts';
import { isBelow } from './isBelow.ts';

/** How often types come after one another in some rows. */
export interface PairCounts {
  /** By the number of a type: how many tokens come after it, and of how many types. */
  readonly tokens: Uint32Array;
  readonly followers: Uint32Array;
  /** Different pairs that occur once, and twice. */
  readonly once: number;
  readonly twice: number;
}

/**
 * Counts the pairs of types, and puts in the place of each token of the rows that are asked for how often its pair was
 * counted in rows other than its own: twice that number, and 1 more where no other row has the pair and the row has it for
 * the first time.
 * @param counted not more than 2³¹ tokens
 * @param asked rows that are not counted; absent: those that are
 * @param end one above the highest number of a type
 * O(tokens + types).
 */
export function countPairs(
  counted: readonly FollowerRuns[],
  asked: readonly FollowerRuns[] | undefined,
  end: number,
): PairCounts {
  const counting: Counting = {
    counts: new Uint32Array(end),
    listed: new Uint32Array(end + 1),
    own: new Uint32Array(end),
    others: new Uint32Array(end),
    tokens: new Uint32Array(end),
    followers: new Uint32Array(end),
    once: 0,
    twice: 0,
  };
  for (let context = 0; context < end; context++) countAfter(context, counted, asked, counting);
  const { tokens, followers, once, twice } = counting;
  return { tokens, followers, once, twice };
}

interface Counting {
  /** By the number of a type: how often it comes after the one at hand, in all rows. */
  readonly counts: Uint32Array;
  /** The numbers that do. */
  readonly listed: Uint32Array;
  /** How often in the row at hand; 0 again from the first token on that was answered. */
  readonly own: Uint32Array;
  /** How often in other rows, from that token on. */
  readonly others: Uint32Array;
  readonly tokens: Uint32Array;
  readonly followers: Uint32Array;
  once: number;
  twice: number;
}

function countAfter(
  context: number,
  counted: readonly FollowerRuns[],
  asked: readonly FollowerRuns[] | undefined,
  counting: Counting,
): void {
  const { counts, listed } = counting;
  let tokens = 0;
  let followers = 0;
  for (let part = 0; part < counted.length; part++) {
    const runs = counted[part]!;
    tokens += runs.starts[context + 1]! - runs.starts[context]!;
    followers = countRun(runs, context, counts, listed, followers);
  }
  if (asked === undefined) {
    for (let part = 0; part < counted.length; part++) {
      answerWithoutOwn(counted[part]!, context, counting);
    }
  } else {
    for (let part = 0; part < asked.length; part++) answer(asked[part]!, context, counts);
  }
  let upToOnce = 0;
  let upToTwice = 0;
  for (let at = 0; at < followers; at++) {
    const number = listed[at]!;
    upToOnce += isBelow(counts[number]!, 2);
    upToTwice += isBelow(counts[number]!, 3);
    counts[number] = 0;
  }
  counting.tokens[context] = tokens;
  counting.followers[context] = followers;
  counting.once += upToOnce;
  counting.twice += upToTwice - upToOnce;
}

/** @returns how many numbers are listed, with those that were before */
function countRun(
  { starts, entries }: FollowerRuns,
  context: number,
  counts: Uint32Array,
  listed: Uint32Array,
  listedBefore: number,
): number {
  let end = listedBefore;
  for (let at = starts[context]!; at < starts[context + 1]!; at++) {
    const number = entries[at]! & NUMBER_MASK;
    listed[end] = number;
    end += isBelow(counts[number]!++, 1);
  }
  return end;
}

function answer({ starts, entries }: FollowerRuns, context: number, counts: Uint32Array): void {
  for (let at = starts[context]!; at < starts[context + 1]!; at++) {
    entries[at] = counts[entries[at]! & NUMBER_MASK]! << 1;
  }
}

function answerWithoutOwn(
  { starts, entries }: FollowerRuns,
  context: number,
  { counts, own, others }: Counting,
): void {
  const end = starts[context + 1]!;
  for (let from = starts[context]!, to = from; from < end; from = to) {
    do own[entries[to++]! & NUMBER_MASK]!++;
    while (to < end && entries[to]! < ROW_STARTS);
    for (let at = from; at < to; at++) {
      const number = entries[at]! & NUMBER_MASK;
      let isNew = 0;
      if (own[number] !== 0) {
        const left = counts[number]! - own[number]!;
        others[number] = left;
        own[number] = 0;
        isNew = isBelow(left, 1);
      }
      entries[at] = (others[number]! << 1) | isNew;
    }
  }
}
