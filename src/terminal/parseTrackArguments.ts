import type { FieldSelection } from '../data/rowTypes.ts';
import type { InspectSettings } from '../engine/report.ts';
import { parseFields, parseThreads } from './parseInspectArguments.ts';
import { parseSettings } from './parseSettings.ts';
import { parseWords } from './parseWords.ts';
import { UsageError } from './usageError.ts';

export interface TrackArguments {
  /** Two or more, in the order in which they were made. */
  readonly files: readonly string[];
  readonly json: boolean;
  /** 0 = as many as the machine has cores, at most 8. */
  readonly threads: number;
  readonly selection: FieldSelection;
  readonly settings: InspectSettings;
}

/** @throws UsageError when the words after `strata track` do not fit */
export function parseTrackArguments(words: readonly string[]): TrackArguments {
  const { values, positionals: files } = parseWords(words, {
    json: { type: 'boolean', default: false },
    threads: { type: 'string', default: '0' },
    fields: { type: 'string', multiple: true, default: [] },
    set: { type: 'string', multiple: true, default: [] },
  });
  if (files.length < 2) {
    throw new UsageError(
      `strata track takes two files or more, oldest first, but got ${files.length}: strata track GENERATION0 GENERATION1 ….`,
    );
  }
  return {
    files,
    json: values.json,
    threads: parseThreads(values.threads),
    selection: parseFields(values.fields),
    settings: parseSettings(values.set),
  };
}
