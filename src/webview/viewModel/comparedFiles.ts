/** Places of the two files of a comparison in its sheet. */
export const DATASET = 0;
export const REFERENCE = 1;
