/**
 * Of what a sample shows none, up to three are expected at 95 % (the rule of three): kinds that
 * Chao2, told from rare ones, lacks.
 */
const MOST_OVERLOOKED = 3;

/**
 * The most kinds at which a 95 % interval of q1 ends, up to the rows of the sample: three above those that its source has
 * by Chao2, as q1 cannot exceed q0.
 * @param seen kinds in the sample
 * @param unseen those that its source has besides (`chaoUnseen`)
 */
export const mostKinds = (seen: number, unseen: number): number => seen + unseen + MOST_OVERLOOKED;
