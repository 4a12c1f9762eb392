import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Generations } from '../../../../src/engine/track/generations.ts';
import { toTrackView } from '../../../../src/webview/viewModel/track/trackView.ts';
import { trackWords } from '../../../../src/webview/viewModel/track/trackWords.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { trackInline } from '../../../support/trackInline.ts';

const wording = createWording((english) => english, 'en');
const NAMES = ['gen0.jsonl', 'gen1.jsonl', 'gen2.jsonl'];

describe('toTrackView', { tags: 'slow' }, () => {
  let tracked: Generations;
  beforeAll(async () => {
    tracked = await trackInline(
      [1, 2, 3].map((generation) => ({
        kind: 'file',
        path: fileURLToPath(
          new URL(`../../../../examples/support-generation-${generation}.jsonl`, import.meta.url),
        ),
      })),
    );
  });

  it('says what narrowed since when, and shows every level over the generations', () => {
    const view = toTrackView(tracked, NAMES, trackWords, wording);
    const { status } = view;
    if (status.kind !== 'done') throw new Error(status.kind);
    expect(status.isConcern).toBe(true);
    expect(status.verdict).toMatch(/^Narrowing: .*Meso since generation 1 \(.*p < 0\.001\)/);
    expect(view.files.map(({ summary }) => summary)).toEqual(
      NAMES.map((name, at) => `Generation ${at} · ${name} · 200 rows`),
    );
    const section = (id: string) => view.sections.find((one) => one.id === id)!;
    expect(view.sections.map(({ id }) => id)).toEqual(['levels', 'change', 'tail', 'repeats']);
    const charts = section('levels').charts!;
    expect(charts.map(({ title }) => title.split(':')[0])).toEqual(['Macro', 'Meso', 'Micro']);
    // The rows have tags, which are the same for all fields.
    expect(charts[1]!.series.map(({ name }) => name)).toEqual(['instruction, response, whole row']);
    expect(charts[1]!.legend).toBe(trackWords.oneLine);
    expect(charts[0]!.series).toHaveLength(3);
    expect(charts[0]!.legend).toBeUndefined();
    for (const { series } of charts) {
      for (const { points } of series) {
        expect(points.map(({ x }) => x)).toEqual([0, 1, 2]);
        for (const { y, band } of points) {
          expect(band!.low).toBeLessThanOrEqual(y);
          expect(band!.high).toBeGreaterThanOrEqual(y);
        }
      }
    }
    expect(section('change').tables!.map(({ title }) => title)).toEqual([
      'Generation 1',
      'Generation 2',
    ]);
    // The p-value of the loss is one of a class, which stands beside it; so do its counts.
    const { header, rows } = section('change').tables![1]!;
    const at = (word: string) => header.indexOf(word);
    for (const { cells } of rows) {
      expect(cells.length).toBe(header.length);
      expect(cells[at(trackWords.surestClass)]).toMatch(
        /^in .+ rows?.*: [\d,]+, by chance [\d.,]+$/,
      );
    }
    const [level, field] = ['Micro', 'whole row'];
    const name = `${level}, ${field}`;
    const shown = rows.find(({ cells }) => cells[0] === name)!.cells;
    const classes = section('tail').tables![0]!.rows.filter(({ cells }) => cells[0] === name);
    expect(
      classes.map(({ cells: [, rarity, , gone, chance, p] }) => [
        `${rarity}: ${gone}, by chance ${chance}`,
        p,
      ]),
    ).toContainEqual([shown[at(trackWords.surestClass)], shown[at(trackWords.goneP)]]);
    const tail = section('tail').tables![0]!;
    for (const { cells } of tail.rows) expect(cells.length).toBe(tail.header.length);
    const repeats = section('repeats').charts![0]!.series;
    expect(repeats.map(({ points }) => points.length)).toEqual([3, 3, 2]);
    expect(JSON.stringify(view)).not.toMatch(/NaN|Infinity|undefined/);
    expect(structuredClone(view)).toEqual(view);
  });

  it('names the level and field that cannot be followed, and why', () => {
    const without: Generations = {
      ...tracked,
      verdict: { ...tracked.verdict, code: 'holding', narrowed: [] },
      levels: {
        ...tracked.levels,
        meso: {
          ...tracked.levels.meso,
          whole: { uncompared: { code: 'no-kinds', message: 'Not all files have tags.' } },
        },
      },
    };
    const view = toTrackView(without, NAMES, trackWords, wording);
    if (view.status.kind !== 'done') throw new Error(view.status.kind);
    expect(view.status.isConcern).toBe(false);
    expect(view.status.verdict).toMatch(/^Holding/);
    expect(view.sections[0]!.note).toContain('Meso, whole row: not all files have tags.');
  });
});
