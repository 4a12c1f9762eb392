import type { SettingRule } from '../engine/settingRules.ts';

/** The settings that have no say in a measurement by itself, by their names after `strata.`; package.json states the same. */
export const HOST_SETTING_RULES = {
  inspectOnSave: { kind: 'boolean' },
  problems: { kind: 'choice', choices: ['off', 'important', 'all'] },
  codeLens: { kind: 'boolean' },
  threads: { kind: 'integer', lowest: 0, highest: 64 },
  'fields.instruction': { kind: 'field' },
  'fields.response': { kind: 'field' },
  'fields.tags': { kind: 'field' },
  'embedding.field': { kind: 'field' },
  'embedding.endpoint': { kind: 'text' },
  'embedding.model': { kind: 'text' },
} as const satisfies Readonly<Record<string, SettingRule>>;

export type HostSettingName = keyof typeof HOST_SETTING_RULES;
