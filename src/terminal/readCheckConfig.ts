import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CheckFault } from '../check/checkFault.ts';
import { parseCheckConfig, type CheckConfig } from '../check/checkConfig.ts';
import { faultReason } from '../data/faultReason.ts';
import { jsonFaultIn } from '../data/jsonFaultIn.ts';
import type { InspectSettings, Report } from '../engine/report.ts';
import type { CheckArguments } from './parseCheckArguments.ts';
import { parseSettings } from './parseSettings.ts';
import { UsageError } from './usageError.ts';

/** A configuration with its paths as they are from here, and its settings read. */
export interface CheckPlan extends Omit<CheckConfig, 'settings'> {
  readonly settings: InspectSettings;
}

const SCHEMA_VERSION = 1;

/** @throws UsageError where the file cannot be read or does not hold a configuration */
export async function readCheckPlan(options: CheckArguments): Promise<CheckPlan> {
  const { config: path } = options;
  let config: CheckConfig;
  try {
    config = parseCheckConfig(await readJson(path));
  } catch (error) {
    if (error instanceof CheckFault) throw new UsageError('configuration', path, error.sentence);
    throw error;
  }
  const besides = (name: 'baseline' | 'reference') => {
    const given = options[name];
    const stated = config[name];
    const found = given ?? (stated === undefined ? undefined : resolve(dirname(path), stated));
    return found === undefined ? {} : { [name]: found };
  };
  const words = Object.entries(config.settings).map(([name, value]) => `${name}=${value}`);
  return {
    ...config,
    ...besides('baseline'),
    ...besides('reference'),
    settings: readSettings(words, path),
  };
}

/** @throws UsageError that names the configuration */
function readSettings(words: readonly string[], path: string): InspectSettings {
  try {
    return parseSettings(words);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError('inFile', path, error.sentence) : error;
  }
}

/** A report of `strata inspect --json` or `--report FILE.json`. @throws UsageError where it is none */
export async function readBaseline(path: string): Promise<Report> {
  const value = await readJson(path);
  const report = value as Partial<Report> | null;
  if (typeof report !== 'object' || report?.schemaVersion !== SCHEMA_VERSION || !report.levels) {
    throw new UsageError('noReport', path);
  }
  return report as Report;
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError('unreadableFile', path, faultReason(error));
  }
  const json = text.replace(/^\ufeff/u, '');
  try {
    return JSON.parse(json) as unknown;
  } catch {
    const fault = jsonFaultIn(json);
    throw new UsageError('notJson', path, fault.line, fault.column, fault.sentence);
  }
}
