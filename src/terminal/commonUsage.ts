import { sentence } from '../data/sentence.ts';
import { SETTING_RULES, type SettingName } from '../engine/settingRules.ts';
import { describeRule } from '../engine/describeRule.ts';
import type { UsageEntry, UsagePart } from './usage.ts';
import { englishUsageWords } from './usageWords.ts';
import { contributes } from '../../package.json';

export const LANGUAGE_ENTRY: UsageEntry = ['--language ja', 'in Japanese'];
export const HELP_ENTRY: UsageEntry = ['--help', 'print this'];
export const THREADS_ENTRY: UsageEntry = [
  '--threads N',
  'worker threads; 0, the default, takes as many as there are cores, at most 8',
];
const FIELDS_ENTRY: UsageEntry = [
  '--fields …',
  'which fields are read; dotted paths reach into objects: response=instances.0.output; a name with a comma in it goes in double quotes',
];

/** What every command takes where it says FILE. */
export const INPUTS_PART: UsagePart = {
  text: 'A data set is .jsonl, .json (an array of records), .csv, .tsv or .parquet, each also as .gz or .zst, or a folder of such files, which is read as one data set; a dash (-) stands for JSON lines on standard input. All but plain .jsonl files are written to the folder for temporary files first, and removed at the end.',
};

/** The end of a list of options: those of every command that reads data sets, but `--json`. */
export const COMMON_ENTRIES: readonly UsageEntry[] = [
  LANGUAGE_ENTRY,
  THREADS_ENTRY,
  FIELDS_ENTRY,
  ['--set NAME=VALUE', 'a setting of VS Code, as often as needed; the names are listed below'],
  HELP_ENTRY,
];

/** Each setting on a line, with the default that the manifest states. */
export const SETTINGS_PARTS: readonly UsagePart[] = [
  { text: 'Settings, with what they take and what they are unless set:' },
  {
    entries: Object.entries(SETTING_RULES).map(([name, rule]): UsageEntry => {
      const standard =
        contributes.configuration.properties[`strata.${name as SettingName}`].default;
      const what = describeRule(rule);
      return [
        name.padEnd(36),
        standard === '' ? what : sentence(englishUsageWords.unlessSet, what, String(standard)),
      ];
    }),
  },
];
