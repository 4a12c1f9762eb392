import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import type { FieldSelection } from '../data/rowTypes.ts';
import { defaultSettings } from '../engine/defaultSettings.ts';
import type { DuplicateScope, InspectSettings, KeepRule } from '../engine/report.ts';
import type { TextNormalization } from '../metrics/text/normalizedHash.ts';

const MOST_AUTOMATIC_THREADS = 8;
const PROBLEMS = ['off', 'important', 'all'] as const;

export interface Settings {
  readonly inspectOnSave: boolean;
  /** Which flags are listed in the Problems view. */
  readonly problems: 'off' | 'important' | 'all';
  readonly codeLens: boolean;
  readonly threads: number;
  readonly fields: FieldSelection;
  readonly inspect: InspectSettings;
  /** Absent unless both address and model are named. */
  readonly endpoint?: { readonly url: string; readonly model: string };
}

/** What package.json contributes under `strata.`, as it stands for one file; a value of the wrong kind counts as absent. */
export function readSettings(uri: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration('strata', uri);
  const number = (key: string, fallback: number, lowest: number, highest: number) => {
    const value = configuration.get<unknown>(key);
    return typeof value === 'number' && value >= lowest && value <= highest ? value : fallback;
  };
  const choice = <T extends string>(key: string, choices: readonly T[], fallback: T) =>
    choices.find((each) => each === configuration.get<unknown>(key)) ?? fallback;
  const integer = (...args: Parameters<typeof number>) => Math.trunc(number(...args));
  const endpoint = readEndpoint(configuration);
  return {
    ...(endpoint && { endpoint }),
    inspectOnSave: configuration.get<unknown>('inspectOnSave') !== false,
    problems: choice('problems', PROBLEMS, 'important'),
    codeLens: configuration.get<unknown>('codeLens') === true,
    threads:
      integer('threads', 0, 0, 64) || Math.min(MOST_AUTOMATIC_THREADS, availableParallelism()),
    fields: readFields(configuration),
    inspect: {
      seed: integer('seed', defaultSettings.seed, 0, 2 ** 32 - 1),
      nearDuplicateThreshold: number(
        'nearDuplicates.threshold',
        defaultSettings.nearDuplicateThreshold,
        0.1,
        1,
      ),
      shingleTokens: integer('nearDuplicates.shingleTokens', defaultSettings.shingleTokens, 1, 10),
      offDistributionFalsePositiveRate: number(
        'offDistribution.falsePositiveRate',
        defaultSettings.offDistributionFalsePositiveRate,
        0.0001,
        0.2,
      ),
      commonRows: integer('commonRows', defaultSettings.commonRows, 10, 1_000_000),
      mergeSynonyms: configuration.get<unknown>('mergeSynonyms') !== false,
      semanticThreshold: number(
        'nearDuplicates.semanticThreshold',
        defaultSettings.semanticThreshold,
        0.5,
        1,
      ),
      nearDuplicateScope: readScope(configuration),
      normalize: readNormalization(configuration),
      keep: readKeepRule(configuration),
    },
  };
}

function readEndpoint(configuration: vscode.WorkspaceConfiguration): Settings['endpoint'] {
  const url = readText(configuration, 'embedding.endpoint');
  const model = readText(configuration, 'embedding.model');
  return url && model ? { url, model } : undefined;
}

function readScope(configuration: vscode.WorkspaceConfiguration): DuplicateScope {
  const value = configuration.get<unknown>('nearDuplicates.scope');
  return value === 'instruction' || value === 'response' ? value : 'whole';
}

function readNormalization(configuration: vscode.WorkspaceConfiguration): TextNormalization {
  const isOn = (key: string, fallback: boolean) => {
    const value = configuration.get<unknown>(key);
    return typeof value === 'boolean' ? value : fallback;
  };
  const { normalize } = defaultSettings;
  return {
    unicode: isOn('nearDuplicates.normalize.unicode', normalize.unicode),
    case: isOn('nearDuplicates.normalize.case', normalize.case),
    whiteSpace: isOn('nearDuplicates.normalize.whiteSpace', normalize.whiteSpace),
    punctuation: isOn('nearDuplicates.normalize.punctuation', normalize.punctuation),
  };
}

/** A highest value needs a field: without one, the longest row stays. */
function readKeepRule(configuration: vscode.WorkspaceConfiguration): KeepRule {
  const by = configuration.get<unknown>('nearDuplicates.keep');
  const field = configuration.get<unknown>('nearDuplicates.keepField');
  if (by === 'first') return { by };
  return by === 'highest' && typeof field === 'string' && field.trim() !== ''
    ? { by, field: field.trim() }
    : { by: 'longest' };
}

function readFields(configuration: vscode.WorkspaceConfiguration): FieldSelection {
  const field = (key: string) => readText(configuration, key);
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

function readText(configuration: vscode.WorkspaceConfiguration, key: string): string {
  const value = configuration.get<unknown>(key);
  return typeof value === 'string' ? value.trim() : '';
}
