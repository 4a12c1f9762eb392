import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseCheckConfig, type CheckConfig } from '../check/checkConfig.ts';
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
    if (error instanceof RangeError) throw new UsageError(`${path}: ${error.message}.`);
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
    settings: parseSettings(words),
  };
}

/** A report of `strata inspect --json` or `--report FILE.json`. @throws UsageError where it is none */
export async function readBaseline(path: string): Promise<Report> {
  const value = await readJson(path);
  const report = value as Partial<Report> | null;
  if (typeof report !== 'object' || report?.schemaVersion !== SCHEMA_VERSION || !report.levels) {
    throw new UsageError(
      `${path} is no JSON report of strata inspect, or one of another schema version.`,
    );
  }
  return report as Report;
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${why}.`);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/u, '')) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} is not JSON: ${why}.`);
  }
}
