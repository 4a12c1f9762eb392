import { BYTE_PAIR_ENCODINGS } from '../metrics/text/bytePairEncoding.ts';
import { defaultSettings } from './defaultSettings.ts';
import type { InspectSettings } from './report.ts';

/** What values a setting may have. */
export type SettingRule =
  | { readonly kind: 'number' | 'integer'; readonly lowest: number; readonly highest: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Of a field, or any text. */
  | { readonly kind: 'field' | 'text' };

/**
 * The settings of an inspection by the names that they have in VS Code (after `strata.`) and in the terminal (`--set`).
 * package.json states the same kinds, ranges and choices.
 */
export const SETTING_RULES = {
  'nearDuplicates.threshold': { kind: 'number', lowest: 0.1, highest: 1 },
  'nearDuplicates.semanticThreshold': { kind: 'number', lowest: 0.5, highest: 1 },
  'nearDuplicates.shingleTokens': { kind: 'integer', lowest: 1, highest: 10 },
  'nearDuplicates.scope': { kind: 'choice', choices: ['whole', 'instruction', 'response'] },
  'nearDuplicates.normalize.unicode': { kind: 'boolean' },
  'nearDuplicates.normalize.case': { kind: 'boolean' },
  'nearDuplicates.normalize.whiteSpace': { kind: 'boolean' },
  'nearDuplicates.normalize.punctuation': { kind: 'boolean' },
  'nearDuplicates.keep': { kind: 'choice', choices: ['longest', 'first', 'highest'] },
  'nearDuplicates.keepField': { kind: 'field' },
  'offDistribution.falsePositiveRate': { kind: 'number', lowest: 0.0001, highest: 0.2 },
  commonRows: { kind: 'integer', lowest: 10, highest: 1_000_000 },
  mergeSynonyms: { kind: 'boolean' },
  encoding: { kind: 'choice', choices: BYTE_PAIR_ENCODINGS },
  seed: { kind: 'integer', lowest: 0, highest: 2 ** 32 - 1 },
} as const satisfies Readonly<Record<string, SettingRule>>;

export type SettingName = keyof typeof SETTING_RULES;

/** What a value is that fits a rule. */
export type ValueOf<Rule extends SettingRule> = Rule extends { kind: 'number' | 'integer' }
  ? number
  : Rule extends { kind: 'boolean' }
    ? boolean
    : Rule extends { choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** Whether a value is one that the rule allows. */
export function fitsRule(rule: SettingRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'number':
    case 'integer':
      return (
        typeof value === 'number' &&
        value >= rule.lowest &&
        value <= rule.highest &&
        (rule.kind === 'number' || Number.isInteger(value))
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return rule.choices.some((choice) => choice === value);
    case 'field':
    case 'text':
      return typeof value === 'string';
  }
}

/**
 * The settings of an inspection from single values; one that is absent or does not fit its rule counts as the default.
 * @param valueOf what was set under a name
 */
export function inspectSettings(valueOf: (name: SettingName) => unknown): InspectSettings {
  const read = <Name extends SettingName>(
    name: Name,
    fallback: ValueOf<(typeof SETTING_RULES)[Name]>,
  ) => {
    const value = valueOf(name);
    return fitsRule(SETTING_RULES[name], value) ? (value as typeof fallback) : fallback;
  };
  const { normalize } = defaultSettings;
  const by = read('nearDuplicates.keep', defaultSettings.keep.by);
  const field = read('nearDuplicates.keepField', '').trim();
  return {
    seed: read('seed', defaultSettings.seed),
    nearDuplicateThreshold: read(
      'nearDuplicates.threshold',
      defaultSettings.nearDuplicateThreshold,
    ),
    shingleTokens: read('nearDuplicates.shingleTokens', defaultSettings.shingleTokens),
    offDistributionFalsePositiveRate: read(
      'offDistribution.falsePositiveRate',
      defaultSettings.offDistributionFalsePositiveRate,
    ),
    commonRows: read('commonRows', defaultSettings.commonRows),
    mergeSynonyms: read('mergeSynonyms', defaultSettings.mergeSynonyms),
    semanticThreshold: read('nearDuplicates.semanticThreshold', defaultSettings.semanticThreshold),
    nearDuplicateScope: read('nearDuplicates.scope', defaultSettings.nearDuplicateScope),
    normalize: {
      unicode: read('nearDuplicates.normalize.unicode', normalize.unicode),
      case: read('nearDuplicates.normalize.case', normalize.case),
      whiteSpace: read('nearDuplicates.normalize.whiteSpace', normalize.whiteSpace),
      punctuation: read('nearDuplicates.normalize.punctuation', normalize.punctuation),
    },
    // A highest value needs a field: without one, the longest row stays.
    keep: by !== 'highest' ? { by } : field === '' ? { by: 'longest' } : { by, field },
    encoding: read('encoding', defaultSettings.encoding),
  };
}
