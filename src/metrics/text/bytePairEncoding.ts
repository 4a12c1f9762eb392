/** The byte-pair encodings in whose tokens the micro level can be measured; the first is the default. */
export const BYTE_PAIR_ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
export type BytePairEncoding = (typeof BYTE_PAIR_ENCODINGS)[number];
