import { describe, expect, test } from 'vitest';
import type { QualityFinding } from '../../../../src/engine/report.ts';
import { flagEntries } from '../../../../src/webview/viewModel/flagEntries.ts';
import { flagReason } from '../../../../src/webview/viewModel/flagReason.ts';
import { toQualityView } from '../../../../src/webview/viewModel/qualityView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { sampleReport } from '../sampleReport.ts';

const wording = createWording((english) => english, 'en');
const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ line: index + 1 }));
const boilerplate: QualityFinding = {
  code: 'boilerplate',
  weight: 'low',
  rows: 1200,
  places: lines(1000),
};
const placeholder: QualityFinding = {
  code: 'placeholder',
  weight: 'high',
  rows: 2,
  places: [
    { line: 2, excerpt: '{{name}}\u0000' },
    { line: 2000, excerpt: '[Your Name]' },
  ],
};

describe('toQualityView', () => {
  test('lists kinds of high weight first, each with its first lines', () => {
    const { findings, sentence } = toQualityView([boilerplate, placeholder], wording);
    expect(findings.map(({ label, rows, weight }) => [label, rows, weight])).toEqual([
      ['Placeholder not filled in', '2', 'Important'],
      ['Boilerplate phrase', '1,200', 'Worth a look'],
    ]);
    expect(findings[0]?.places).toEqual([
      { line: 2, excerpt: '{{name}}␀' },
      { line: 2000, excerpt: '[Your Name]' },
    ]);
    expect(findings[0]?.rest).toBeUndefined();
    expect(sentence).toMatch(/^Kinds of quality findings: 2, of which important: 1\./);
  });

  test('says how many rows are left out, and how many of them are listed elsewhere', () => {
    const { findings } = toQualityView([boilerplate, { ...boilerplate, rows: 1000 }], wording);
    expect(findings.map(({ places, rest }) => [places.length, rest])).toEqual([
      [20, 'Rows besides these: 1,180, of which in the table of flagged rows: 980.'],
      [20, 'Rows besides these: 980. The table of flagged rows lists them.'],
    ]);
  });

  test('is empty where nothing was found', () => {
    expect(toQualityView([], wording)).toEqual({ findings: [] });
  });
});

test('a row has one flag for all its quality findings, as severe as the heaviest', () => {
  const report = { ...sampleReport, quality: [boilerplate, placeholder] };
  const entries = flagEntries(report).filter(({ kind }) => kind === 'quality');
  expect(entries).toHaveLength(1001);
  expect(entries.slice(0, 2).map((entry) => [entry.line, entry.severity])).toEqual([
    [1, 0.1],
    [2, 0.5],
  ]);
  expect(flagReason(entries[1]!, wording)).toBe(
    'Placeholder not filled in: “{{name}}␀”; Boilerplate phrase',
  );
});
