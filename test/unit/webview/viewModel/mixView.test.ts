import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { isCompared } from '../../../../src/engine/compare/comparison.ts';
import type { Mixing, MixPoint } from '../../../../src/engine/mix/mixing.ts';
import type { MixState } from '../../../../src/webview/viewModel/mix/mixState.ts';
import { mixStatus, toMixView } from '../../../../src/webview/viewModel/mix/mixView.ts';
import { mixWords } from '../../../../src/webview/viewModel/mix/mixWords.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { mixInline } from '../../../support/mixInline.ts';

const wording = createWording((english) => english, 'en');
const NAMES = ['generated.jsonl', '<b>real.jsonl'] as const;
const example = (name: string) =>
  ({
    kind: 'file',
    path: fileURLToPath(new URL(`../../../../examples/${name}.jsonl`, import.meta.url)),
  }) as const;

describe('toMixView', { tags: 'slow' }, () => {
  let mixing: Mixing;
  beforeAll(async () => {
    const explored = await mixInline(example('support-generated'), example('support-reference'));
    mixing = explored.mixing;
  });

  const stateOf = (change: Partial<MixState> = {}): MixState => {
    const { all, close } = mixing.curves;
    if (!isCompared(close)) throw new Error(close.uncompared.message);
    return {
      frame: mixing,
      points: { all: all.points, close: close.points },
      verdicts: { all: all.verdict, close: close.verdict },
      field: 'whole',
      ratio: 30,
      curve: 'all',
      samples: [{ file: 1, line: 7, text: 'A <script> row' }],
      ...change,
    };
  };
  const viewOf = (state: MixState) => toMixView(state, NAMES, mixWords, wording);

  it('shows every level, both shifts and repeats as curves with bands, the usual start as a guide', () => {
    const { sections, files } = viewOf(stateOf());
    expect(files.map(({ name }) => name)).toEqual([...NAMES]);
    const [diversity, shift, repeats] = sections;
    expect(diversity!.charts!.map(({ title }) => title.split(':')[0])).toEqual([
      'Macro',
      'Meso',
      'Micro',
    ]);
    expect(shift!.charts!.map(({ series }) => series.map(({ name }) => name))).toEqual([
      ['Any generated rows', 'Close generated rows only', 'Limit of noise'],
      ['Any generated rows', 'Close generated rows only', 'Limit of noise'],
    ]);
    const charts = [diversity, shift, repeats].flatMap((section) => section!.charts ?? []);
    for (const { series, marked } of charts) {
      expect(series[0]!.points.map(({ x }) => x)).toEqual([...mixing.plan.ratios]);
      expect(marked[0]).toMatchObject({ from: 30, to: 50, kind: 'guide' });
    }
    const text = JSON.stringify(sections);
    expect(text).not.toMatch(/NaN|Infinity|\{\d\}/u);
    expect(structuredClone(sections)).toEqual(sections);
  });

  it('marks what was found, half a step to either side, and tells it in the verdict', () => {
    const points = mixing.curves.all.points.map((point): MixPoint => ({
      ...point,
      isMarked: [10, 20, 100].includes(point.ratio),
    }));
    const state = stateOf();
    const found = {
      code: 'gains-without-shift',
      ratios: [10, 20, 100],
      unshiftedUpTo: 40,
    } as const;
    const marked = stateOf({
      points: {
        all: points,
        close: state.points.close.map((point) => ({ ...point, isMarked: false })),
      },
      verdicts: { all: found },
    });
    const [chart] = viewOf(marked).sections[0]!.charts!;
    expect(chart!.marked.filter(({ kind }) => kind === 'found')).toEqual([
      { from: 5, to: 25, kind: 'found', label: 'Marked: any generated rows (10–20%)' },
      { from: 95, to: 100, kind: 'found', label: 'Marked: any generated rows (100%)' },
    ]);
    const onBoth = stateOf({ points: { all: points, close: points }, verdicts: { all: found } });
    const [both] = viewOf(onBoth).sections[0]!.charts!;
    expect(both!.marked.map(({ kind }) => kind)).toEqual([
      'guide',
      ...['found', 'found'],
      ...['also-found', 'also-found'],
    ]);
    expect(mixStatus(marked, mixWords, wording)).toMatchObject({
      kind: 'done',
      verdict:
        'Diversity gains without a shift beyond noise at 10–20%, 100%. No shift is seen up to 40% generated rows.',
    });
  });

  it('shows a ratio beside real rows alone, with rows, weights and a button once all is measured', () => {
    const [, , , ratio] = viewOf(stateOf({ ratio: 100 })).sections;
    const [figures, rows, snippets] = ratio!.tables!;
    expect(figures!.title).toBe('Figures at 100%');
    expect(figures!.rows.map(({ meaning }) => meaning)).toContain('beyond noise');
    expect(rows!.rows).toEqual([{ cells: ['A <script> row'], lines: [{ file: 1, line: 7 }] }]);
    expect(snippets!.rows.map(({ copy }) => copy!.label)).toEqual(['Copy', 'Copy', 'Copy']);
    expect(ratio!.actions).toEqual([{ id: 'write', label: 'Write the mixture…', primary: true }]);
    const started: MixState = {
      ...stateOf({ points: { all: mixing.curves.all.points.slice(0, 2), close: [] } }),
    };
    const [, , , early] = viewOf({
      ...started,
      verdicts: undefined,
    } as unknown as MixState).sections;
    expect(early!.tables).toMatchObject([{ rows: [], note: 'This ratio is not measured yet.' }]);
    expect(early).not.toHaveProperty('actions');
  });
});
