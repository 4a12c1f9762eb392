import type { MeasuredField, Unmeasured } from './report.ts';

const NAMES: Readonly<Record<MeasuredField, string>> = {
  instruction: 'an instruction',
  response: 'a response',
  whole: 'a text that can be measured',
};

/** Why the macro level has no figures for a field of which `rows` rows have a text. */
export function withoutMeaning(field: MeasuredField, rows: number): Unmeasured {
  if (rows === 0) return unmeasured(field, rows);
  const message =
    'No row has a meaning that can be measured: no known word, or no vector but zeros.';
  return { rows, unmeasured: { code: 'no-meaning', message } };
}

/** Why a level has no figures for a field of which `rows` rows have a text. */
export function unmeasured(field: MeasuredField, rows: number): Unmeasured {
  return rows === 0
    ? { rows, unmeasured: { code: 'no-such-field', message: `No row has ${NAMES[field]}.` } }
    : {
        rows,
        unmeasured: {
          code: 'no-kinds',
          message:
            field === 'whole' ? 'No kinds were found.' : `No kinds were found in the ${field}.`,
        },
      };
}
