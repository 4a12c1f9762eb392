import { sentence, type Sentence } from '../data/sentence.ts';
import { oneOf } from './oneOf.ts';
import type { SettingRule } from './settingRules.ts';
import { englishSettingWords as words } from './settingWords.ts';

/** What a setting takes, in words: the terminal's help and every refusal say the same. */
export function describeRule(rule: SettingRule): Sentence {
  switch (rule.kind) {
    case 'number':
      return sentence(words.numberBetween, String(rule.lowest), String(rule.highest));
    case 'integer':
      return sentence(words.wholeBetween, String(rule.lowest), String(rule.highest));
    case 'boolean':
      return sentence(words.trueOrFalse);
    case 'choice':
      return oneOf(rule.choices);
    case 'field':
      return sentence(words.fieldName);
    case 'text':
      return sentence(words.aText);
  }
}
