/** The encoding in whose tokens the micro level is measured. */
export const BYTE_PAIR_ENCODING = 'o200k_base';
