import type { FieldName } from '../data/rowTypes.ts';
import type { Unmeasured } from './report.ts';

/** Why a level has no figures for a field of which `rows` rows have a text. */
export function unmeasured(field: FieldName, rows: number): Unmeasured {
  return rows === 0
    ? { rows, unmeasured: { code: 'no-such-field', message: `No row has a ${field}.` } }
    : {
        rows,
        unmeasured: { code: 'no-kinds', message: `No kinds were found in the ${field}.` },
      };
}
