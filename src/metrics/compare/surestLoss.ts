import type { RarityClass, TailLoss } from './tailLoss.ts';

/**
 * The class that the p-value of a loss is of: the one with the smallest, of several such the one with the most kinds gone
 * beyond what is expected. It has at least one.
 */
export function surestLoss({ classes }: Pick<TailLoss, 'classes'>): RarityClass {
  const excess = ({ gone, expectedGone }: RarityClass) => gone - expectedGone;
  return classes.reduce((surest, one) => {
    const difference = one.adjustedPValue - surest.adjustedPValue;
    return difference < 0 || (difference === 0 && excess(one) > excess(surest)) ? one : surest;
  });
}
