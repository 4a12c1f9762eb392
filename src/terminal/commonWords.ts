import type { FieldSelection } from '../data/rowTypes.ts';
import type { InspectSettings } from '../engine/report.ts';
import { SETTING_RULES, type SettingName } from '../engine/settingRules.ts';
import { parseFields, parseThreads } from './parseInspectArguments.ts';
import { describeRule, parseSettings } from './parseSettings.ts';
import { contributes } from '../../package.json';

/** The options of every command that reads data sets, as `parseWords` takes them. */
export const COMMON_WORDS = {
  json: { type: 'boolean', default: false },
  threads: { type: 'string', default: '0' },
  fields: { type: 'string', multiple: true, default: [] as string[] },
  set: { type: 'string', multiple: true, default: [] as string[] },
} as const;

export interface CommonArguments {
  readonly json: boolean;
  /** 0 = as many as the machine has cores, at most 8. */
  readonly threads: number;
  readonly selection: FieldSelection;
  readonly settings: InspectSettings;
}

/** @throws UsageError for a value that does not fit */
export function parseCommonWords(values: {
  readonly json: boolean;
  readonly threads: string;
  readonly fields: readonly string[];
  readonly set: readonly string[];
}): CommonArguments {
  return {
    json: values.json,
    threads: parseThreads(values.threads),
    selection: parseFields(values.fields),
    settings: parseSettings(values.set),
  };
}

/** Each setting on a line, with the default that the manifest states. */
export function listSettings(): string {
  return Object.entries(SETTING_RULES)
    .map(([name, rule]) => {
      const standard =
        contributes.configuration.properties[`strata.${name as SettingName}`].default;
      return `  ${name.padEnd(36)} ${describeRule(rule)}${standard === '' ? '' : ` (${String(standard)})`}`;
    })
    .join('\n');
}

/** The end of a command's help: the common options but `--json`, and the settings. */
export const COMMON_USAGE = `  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --set NAME=VALUE  a setting of VS Code, as often as needed; the names are listed below
  --help         print this

Settings, with what they take and what they are unless set:
${listSettings()}
`;
