import { describeRule } from '../engine/describeRule.ts';
import { fitsRule, inspectSettings, SETTING_RULES } from '../engine/settingRules.ts';
import type { SettingName, SettingRule } from '../engine/settingRules.ts';
import type { InspectSettings } from '../engine/report.ts';
import { UsageError } from './usageError.ts';

/**
 * The settings of an inspection from words such as `nearDuplicates.threshold=0.8`.
 * @throws UsageError where a name is unknown or given twice, or a value not allowed
 */
export function parseSettings(words: readonly string[]): InspectSettings {
  const values = new Map<SettingName, unknown>();
  for (const word of words) {
    const [, given = '', text = ''] = /^\s*(?:strata\.)?([^=]*?)\s*=\s*(.*?)\s*$/s.exec(word) ?? [];
    const name = given as SettingName;
    if (!Object.hasOwn(SETTING_RULES, name)) {
      const names = Object.keys(SETTING_RULES).join(', ');
      throw given === ''
        ? new UsageError('setting', word, names)
        : new UsageError('noSuchSetting', given, names);
    }
    if (values.has(name)) throw new UsageError('namedTwice', '--set', name);
    const rule: SettingRule = SETTING_RULES[name];
    const value = parseValue(rule, text);
    if (!fitsRule(rule, value)) {
      throw new UsageError('settingValue', name, describeRule(rule), text);
    }
    values.set(name, value);
  }
  const settings = inspectSettings((name) => values.get(name));
  if (values.get('nearDuplicates.keep') === 'highest' && settings.keep.by !== 'highest') {
    throw new UsageError('keepField');
  }
  if (values.has('nearDuplicates.keepField') && settings.keep.by !== 'highest') {
    throw new UsageError('unusedKeepField');
  }
  return settings;
}

function parseValue({ kind }: SettingRule, text: string): unknown {
  switch (kind) {
    case 'number':
    case 'integer':
      return text === '' ? undefined : Number(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'choice':
      return text;
    case 'field':
    case 'text':
      return text === '' ? undefined : text;
  }
}
