import { describe, expect, it } from 'vitest';
import { fieldRepeats } from '../../../../src/metrics/flags/fieldRepeats.ts';

// First rows of equal texts, −1 where a row lacks the field.
const instructions = Int32Array.of(0, 1, 0, 0, 1, 5, -1, -1);
const responses = Int32Array.of(0, 1, 2, 0, 1, 1, 6, 7);

describe('fieldRepeats', () => {
  it('groups rows of one text whose other field differs', () => {
    expect(fieldRepeats(instructions, responses, 9)).toEqual({
      groups: 1,
      rows: 3,
      largest: [{ rows: [0, 2, 3], variants: 2 }],
    });
    expect(fieldRepeats(responses, instructions, 9)).toEqual({
      groups: 1,
      rows: 3,
      largest: [{ rows: [1, 4, 5], variants: 2 }],
    });
  });

  it('passes over rows that lack either field, and counts what it does not list', () => {
    const none = new Int32Array(4).fill(-1);
    expect(fieldRepeats(none, none, 9)).toEqual({ groups: 0, rows: 0, largest: [] });
    const equal = Int32Array.of(0, 0, 2, 2, 2);
    const other = Int32Array.of(0, 1, 2, 3, 4);
    expect(fieldRepeats(equal, other, 1)).toEqual({
      groups: 2,
      rows: 5,
      largest: [{ rows: [2, 3, 4], variants: 3 }],
    });
  });
});
