import * as vscode from 'vscode';
import { describeRule } from '../engine/describeRule.ts';
import { fitsRule, SETTING_RULES, type SettingRule } from '../engine/settingRules.ts';
import { HOST_SETTING_RULES } from './hostSettingRules.ts';
import { hostWording } from './hostWording.ts';

/** A value that was typed by hand may be anything. */
const MOST_SHOWN = 60;

/** Settings of which one is of use with the other only. */
const TOGETHER = [
  ['embedding.endpoint', 'embedding.model'],
  ['embedding.model', 'embedding.endpoint'],
] as const;

/**
 * What is wrong with the settings as they are written, in a sentence each: the setting, what it takes, and what is used in
 * its place.
 * @param configuration that of `strata`
 */
export function settingFaults(
  configuration: Pick<vscode.WorkspaceConfiguration, 'get' | 'inspect'>,
): string[] {
  const isSet = (name: string) => {
    const value = configuration.get<unknown>(name);
    return typeof value === 'string' && value.trim() !== '';
  };
  const faults = Object.entries<SettingRule>({ ...HOST_SETTING_RULES, ...SETTING_RULES }).flatMap(
    ([name, rule]) => {
      const value = configuration.get<unknown>(name);
      if (value === undefined || fitsRule(rule, value)) return [];
      const takes = hostWording().say(describeRule(rule));
      return takesOther(name, takes, value, configuration.inspect(name)?.defaultValue);
    },
  );
  const references = configuration.get<unknown>('references') ?? {};
  if (!isTextByText(references)) {
    const takes = vscode.l10n.t('an object of file patterns, each with the name of a file');
    faults.push(takesOther('references', takes, references, undefined));
  }
  for (const [one, other] of TOGETHER) {
    if (isSet(one) && !isSet(other)) faults.push(needs(`strata.${one}`, other));
  }
  if (configuration.get<unknown>('nearDuplicates.keep') === 'highest' && !isSet(KEEP_FIELD)) {
    faults.push(needs('strata.nearDuplicates.keep: "highest"', KEEP_FIELD));
  }
  return faults;
}

const KEEP_FIELD = 'nearDuplicates.keepField';

const isTextByText = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === 'string');

/** @param standard the default; nothing is used where that is none */
function takesOther(name: string, takes: string, value: unknown, standard: unknown): string {
  const [setting, found] = [`strata.${name}`, asWritten(value)];
  return standard === undefined || standard === ''
    ? vscode.l10n.t('The setting {0} takes {1}, not {2}: it was not used.', setting, takes, found)
    : vscode.l10n.t(
        'The setting {0} takes {1}, not {2}: its default, {3}, was used.',
        setting,
        takes,
        found,
        asWritten(standard),
      );
}

function needs(setting: string, other: string): string {
  return vscode.l10n.t(
    'The setting {0} is of use with {1} only: it was not used.',
    setting,
    `strata.${other}`,
  );
}

/** As it stands in settings.json. */
function asWritten(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
