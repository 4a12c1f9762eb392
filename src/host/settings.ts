import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import type { FieldSelection } from '../data/rowTypes.ts';
import type { InspectSettings } from '../engine/report.ts';
import { fitsRule, inspectSettings, type ValueOf } from '../engine/settingRules.ts';
import { HOST_SETTING_RULES, type HostSettingName } from './hostSettingRules.ts';
import { settingFaults } from './settingFaults.ts';

const MOST_AUTOMATIC_THREADS = 8;

export interface Settings {
  readonly inspectOnSave: boolean;
  /** Which flags are listed in the Problems view. */
  readonly problems: 'off' | 'important' | 'all';
  readonly codeLens: boolean;
  readonly threads: number;
  readonly fields: FieldSelection;
  readonly inspect: InspectSettings;
  /** Patterns of files from the workspace folder, and the reference of the files that fit. */
  readonly references: Readonly<Record<string, string>>;
  /** Absent unless both address and model are named. */
  readonly endpoint?: { readonly url: string; readonly model: string };
  /** What is wrong with the settings as they are written, in a sentence each. */
  readonly faults: readonly string[];
}

/** What package.json contributes under `strata.`, as it stands for one file; a value of the wrong kind counts as absent. */
export function readSettings(uri: vscode.Uri | undefined): Settings {
  const configuration = vscode.workspace.getConfiguration('strata', uri);
  const read = <Name extends HostSettingName>(
    name: Name,
    fallback: ValueOf<(typeof HOST_SETTING_RULES)[Name]>,
  ) => {
    const value = configuration.get<unknown>(name);
    return fitsRule(HOST_SETTING_RULES[name], value) ? (value as typeof fallback) : fallback;
  };
  const endpoint = readEndpoint(configuration);
  return {
    ...(endpoint && { endpoint }),
    inspectOnSave: read('inspectOnSave', true),
    problems: read('problems', 'important'),
    codeLens: read('codeLens', false),
    threads: read('threads', 0) || Math.min(MOST_AUTOMATIC_THREADS, availableParallelism()),
    fields: readFields(configuration),
    references: readReferences(configuration.get<unknown>('references')),
    inspect: inspectSettings((name) => configuration.get<unknown>(name)),
    faults: settingFaults(configuration),
  };
}

function readEndpoint(configuration: vscode.WorkspaceConfiguration): Settings['endpoint'] {
  const url = readText(configuration, 'embedding.endpoint');
  const model = readText(configuration, 'embedding.model');
  return url && model ? { url, model } : undefined;
}

function readReferences(value: unknown): Settings['references'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function readFields(configuration: vscode.WorkspaceConfiguration): FieldSelection {
  const field = (key: HostSettingName) => readText(configuration, key);
  const instruction = field('fields.instruction');
  const response = field('fields.response');
  const tags = field('fields.tags');
  const embedding = field('embedding.field');
  return {
    ...(instruction && { instruction }),
    ...(response && { response }),
    ...(tags && { tags }),
    ...(embedding && { embedding }),
  };
}

function readText(configuration: vscode.WorkspaceConfiguration, key: HostSettingName): string {
  const value = configuration.get<unknown>(key);
  return typeof value === 'string' ? value.trim() : '';
}
