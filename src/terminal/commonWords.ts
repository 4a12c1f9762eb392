import type { FieldSelection } from '../data/rowTypes.ts';
import type { InspectSettings } from '../engine/report.ts';
import { parseFields } from './parseFields.ts';
import { parseSettings } from './parseSettings.ts';
import { parseThreads } from './parseThreads.ts';

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
