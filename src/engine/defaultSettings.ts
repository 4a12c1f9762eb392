import type { InspectSettings } from './report.ts';

/**
 * The settings of an inspection for which nothing was chosen, in the order of `inspectSettings`, as reports list them;
 * package.json states the same defaults.
 */
export const defaultSettings: InspectSettings = {
  seed: 1,
  nearDuplicateThreshold: 0.7,
  shingleTokens: 3,
  offDistributionFalsePositiveRate: 0.02,
  commonRows: 1000,
  mergeSynonyms: true,
  semanticThreshold: 0.95,
  nearDuplicateScope: 'whole',
  normalize: { unicode: true, case: true, whiteSpace: true, punctuation: false },
  keep: { by: 'longest' },
  encoding: 'o200k_base',
};
