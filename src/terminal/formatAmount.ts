export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** A count with its noun: `1 row`, `1,200 rows`. */
export const formatAmount = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
