import { beforeAll, expect, it } from 'vitest';
import type { Comparison } from '../../../../src/engine/compare/comparison.ts';
import { isCompared } from '../../../../src/engine/compare/comparison.ts';
import { toCompareView } from '../../../../src/webview/viewModel/compareView.ts';
import { englishCompareWords } from '../../../../src/webview/viewModel/compareWords.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { compareInline } from '../../../support/compareInline.ts';
import { memorySource } from '../../../support/inspectInline.ts';

const wording = createWording((english) => english, 'en');
const rowsOf = (count: number, text: (row: number) => string) =>
  memorySource(
    Array.from({ length: count }, (_, row) => `${JSON.stringify({ text: text(row) })}\n`).join(''),
  );

let comparison: Comparison;
beforeAll(async () => {
  const compared = await compareInline(
    rowsOf(60, (row) =>
      row === 7 ? 'The same row as there.' : `Certainly! A poem about spring, part ${row}.`,
    ),
    rowsOf(50, (row) =>
      row === 9 ? 'The same row as there.' : `Repair of engine number ${row} in winter.`,
    ),
  );
  comparison = compared.comparison;
});

it('says the verdict, what it rests on, and every list with its lines', () => {
  const view = toCompareView(
    comparison,
    'pending',
    ['a.jsonl', 'b.jsonl'],
    englishCompareWords,
    wording,
  );
  const { status } = view;
  if (status.kind !== 'done') throw new Error(status.kind);
  expect(status).toMatchObject({
    isConcern: true,
    verdict: englishCompareWords['verdict.shifted'],
  });
  expect(status.detail).toContain('60 rows against 50 rows');
  expect(view.files.map(({ summary }) => summary)).toEqual([
    'A · Data set: a.jsonl · 60 rows',
    'B · Reference: b.jsonl · 50 rows',
  ]);
  const section = (id: string) => view.sections.find((one) => one.id === id)!;
  expect(view.sections.map(({ id }) => id)).toEqual([
    'levels',
    'shift',
    'overlap',
    'map',
    'missing',
    'invented',
    'use',
    'leakage',
  ]);
  expect(section('levels').bars!.length).toBeGreaterThan(0);
  expect(section('levels').actions?.map(({ id }) => id)).toEqual(['swap']);
  for (const { bars } of section('levels').bars!) {
    for (const { share, interval } of bars) {
      expect(share).toBeLessThanOrEqual(1);
      // Rows that are all alike tell none.
      if (!interval) continue;
      expect(interval.low).toBeLessThanOrEqual(share);
      expect(share).toBeLessThanOrEqual(interval.high);
      expect(interval.high).toBeLessThanOrEqual(1);
    }
  }
  const intervals = section('levels').bars!.flatMap(({ bars }) => bars.map((bar) => bar.interval));
  expect(intervals).toContainEqual(expect.objectContaining({ low: expect.any(Number) as number }));
  expect(intervals).toContain(undefined);
  expect(section('shift').tables![0]!.rows.length).toBe(Object.keys(comparison.shift).length);
  const overlap = section('overlap').tables![0]!;
  expect(overlap.rows.length).toBe(6);
  for (const { cells, meaning } of overlap.rows) {
    expect(cells.length + 1).toBe(overlap.header.length);
    expect(meaning).toMatch(/\.$/);
  }
  const [furthest] = isCompared(comparison.missing) ? comparison.missing.furthest : [];
  expect(furthest).toBeDefined();
  const texts = { missing: new Map([[furthest!.line, 'Repair of\nthe engine']]) };
  const { sections } = toCompareView(
    comparison,
    undefined,
    ['a.jsonl', 'b.jsonl'],
    englishCompareWords,
    wording,
    texts,
  );
  const [missing] = sections.find(({ id }) => id === 'missing')!.tables!;
  expect(missing!.header[0]).toBe('Row');
  expect(missing!.rows[0]!.cells[0]).toBe('Repair of ⏎ the engine');
  expect(section('leakage').tables![0]!.rows).toContainEqual({
    cells: ['equal', '1.00'],
    lines: [
      { file: 0, line: 8 },
      { file: 1, line: 10 },
    ],
  });
  expect(section('leakage').actions?.map(({ id }) => id)).toEqual(['writeCleanCopy']);
  const words = section('use').tables!.find(({ title }) => title.startsWith('Over-used words'))!;
  expect(words.rows[0]!.lines[0]!.file).toBe(0);
  expect(structuredClone(view)).toEqual(view);
});
