import { describe, expect, it } from 'vitest';
import { noTextReason } from '../../../../src/data/noTextReason.ts';
import { rowError } from '../../../../src/data/rowError.ts';
import { flagReason } from '../../../../src/webview/viewModel/flagReason.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';

const wording = createWording((english) => english, 'en');

describe.each(['near-duplicate', 'semantic-duplicate'] as const)('the reason of a %s', (kind) => {
  const reason = (similarity: number, ...lines: number[]) =>
    flagReason(
      { lines, similarity, cause: { kind, kept: { line: 1, because: 'first' } } },
      wording,
    );

  it('names no similarity above the lowest of its rows', () => {
    expect(reason(137 / 151, 1, 2, 3)).toContain('similarity 0.90 or more');
    expect(reason(0.29, 1, 2, 3)).toContain('similarity 0.29 or more');
  });

  it('calls two rows no more alike than they are: what is not equal has no 1.00', () => {
    expect(reason(0.9999, 1, 2)).toContain('similarity 0.99;');
  });
});

describe('the reason of a row without text', () => {
  const reason = (record: Record<string, unknown>) => {
    const error = rowError(4, 'no-text', noTextReason(record, { selection: {}, fallback: {} }));
    return flagReason({ lines: [4], cause: { kind: 'row-error', error } }, wording);
  };

  it('says what was found after all that was looked for', () => {
    expect(reason({})).toMatch(/sentence1 and sentence2, text, or other .*, found no text\.$/);
  });

  it('says where its only text is', () => {
    expect(reason({ meta: { note: 'here' } })).toMatch(
      /the only text is in `meta`, which is not read\.$/,
    );
  });
});
