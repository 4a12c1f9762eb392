import type { MeasuredField } from '../report.ts';
import type { Uncompared, UncomparedCode } from './comparison.ts';

const FIELDS: Readonly<Record<MeasuredField, string>> = {
  instruction: 'an instruction',
  response: 'a response',
  whole: 'a text',
};

/** Why something was not compared. */
export function uncompared(code: UncomparedCode, field: MeasuredField = 'whole'): Uncompared {
  return { uncompared: { code, message: messageOf(code, field) } };
}

function messageOf(code: UncomparedCode, field: MeasuredField): string {
  switch (code) {
    case 'no-such-field':
      return `Not both files have rows with ${FIELDS[field]}.`;
    case 'other-embedder':
      return 'The meanings of the two files come from different embedders.';
    case 'no-kinds':
      return 'Not both files have kinds to compare.';
    case 'too-few-rows':
      return 'One of the files has too few rows.';
    case 'too-few-different-rows':
      return 'One of the files has too few different rows.';
  }
}
