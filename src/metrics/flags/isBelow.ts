/**
 * 1 for a count below the limit, else 0. Without a branch: where either is as likely, a processor that guesses wrong loses
 * more time than all the rest of a short loop takes.
 * @param count, limit integers less than 2³¹ apart
 */
export function isBelow(count: number, limit: number): number {
  return (count - limit) >>> 31;
}
