import { describe, expect, it } from 'vitest';
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
