import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../../src/engine/defaultSettings.ts';
import type { SelectSettings } from '../../../../../src/engine/select/selection.ts';
import { choiceSections } from '../../../../../src/webview/viewModel/select/choiceSections.ts';
import { choiceStatus } from '../../../../../src/webview/viewModel/select/choiceStatus.ts';
import { formSections } from '../../../../../src/webview/viewModel/select/formSections.ts';
import { EMPTY_FORM } from '../../../../../src/webview/viewModel/select/selectForm.ts';
import { choiceMap } from '../../../../../src/webview/viewModel/select/choiceMap.ts';
import { selectWords as words } from '../../../../../src/webview/viewModel/select/selectWords.ts';
import { createWording } from '../../../../../src/webview/viewModel/wording.ts';
import { memorySource } from '../../../../support/inspectInline.ts';
import { selectInline } from '../../../../support/selectInline.ts';

const wording = createWording((english) => english, 'en');
const rows = Array.from({ length: 40 }, (_, row) => ({
  instruction: `Tell me about number ${row} of the ${['cats', 'rivers', 'suns', 'boats'][row % 4]!}.`,
  output: `They are ${'quite '.repeat(1 + (row % 3))}nice, said ${row}.`,
  tags: [`<b>${row % 8}</b>`],
}));
const source = memorySource(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
const choose = async (settings: Partial<SelectSettings> & Pick<SelectSettings, 'size'>) =>
  (await selectInline(source, settings, { settings: { ...defaultSettings, mergeSynonyms: false } }))
    .selection;

describe('the page of a choice', () => {
  it('shows each level beside random choices and the whole', async () => {
    const selection = await choose({ size: 8, strategy: 'meso-instruction', degree: 0 });
    const [levels, map, chosen, lost] = choiceSections(
      selection,
      { kind: 'pending' },
      words,
      wording,
    );
    const meso = levels!.bars!.find(
      ({ label }) => label === 'Meso: tags or task units, instruction',
    )!;
    expect(meso.bars.map(({ label }) => label)).toEqual(['Choice', 'Random', 'Whole file']);
    expect(meso.bars[2]).toMatchObject({ share: 1, text: '8.0' });
    expect(meso.bars[0]!.share).toBeCloseTo(2 / 8, 6);
    expect(meso).toMatchObject({ differs: true, note: 'Narrower than every random choice.' });
    const table = lost!.tables!.find(({ title }) =>
      title.startsWith('Meso: tags or task units, instruction'),
    )!;
    expect(table.title).toContain('6 of 8 kinds lost');
    expect(table.rows).toHaveLength(6);
    expect(map).toMatchObject({ id: 'map', map: { kind: 'pending' } });
    expect(chosen!.tables![0]!.rows).toHaveLength(8);
    expect(chosen!.tables![0]!.rows[0]).toMatchObject({
      cells: ['1', '1'],
      meaning: 'has kinds that no row before had',
      lines: [{ file: 0, line: expect.any(Number) as number }],
    });
  });

  it('has decimals only where gains are no counts, and says that what is lost is in single rows', async () => {
    const novel = choiceSections(
      await choose({ size: 3, strategy: 'novelsum' }),
      { kind: 'pending' },
      words,
      wording,
    );
    const [, gain] = novel[2]!.tables![0]!.rows[0]!.cells;
    expect(gain).toMatch(/^\d+\.\d\d$/);
    const single = await choose({ size: 30, strategy: 'random' });
    const [lost] = choiceSections(
      {
        ...single,
        levels: single.levels.slice(0, 1).map((level) => ({
          ...level,
          lost: { count: 7, most: [{ name: 'E', rows: 1 }] },
        })),
      },
      { kind: 'pending' },
      words,
      wording,
    )[3]!.tables!;
    expect(lost).toMatchObject({ rows: [], note: 'Each of them is in one row only.' });
  });

  it('says what could not be done', async () => {
    const selection = await choose({
      size: 100,
      strategy: 'random',
      keep: [{ fromLine: 0, toLine: 1 }],
      drop: [{ fromLine: 38, toLine: 40 }],
      quotas: [
        { by: 'tag', name: '<b>1</b>', rows: 50 },
        { by: 'tag', name: 'dragons', rows: 1 },
      ],
    });
    const status = choiceStatus(selection, words, wording);
    expect(status).toEqual({
      kind: 'done',
      verdict:
        'Rows chosen: 38 of 40. Only 38 of the 100 rows asked for could be chosen. The quota of 50 rows of tag=<b>1</b> has only 5. The quota of 1 row of tag=dragons has none.',
      detail: 'Rows that could be chosen: 38. Left out: 2 by line.',
      isConcern: true,
    });
  });

  it('says where the degree changes nothing, and where the file has no kind at all', async () => {
    const of = async (texts: readonly string[]) => {
      const alike = memorySource(
        texts.map((output) => `${JSON.stringify({ instruction: 'Go.', output })}\n`).join(''),
      );
      const wanted = { size: 2, strategy: 'meso-response', degree: 50 } as const;
      return choiceStatus((await selectInline(alike, wanted)).selection, words, wording);
    };
    expect(await of(Array<string>(4).fill('Write a poem.'))).toMatchObject({
      detail: 'Rows that could be chosen: 4. Kinds aimed at: 1, whatever the degree; covered: 1.',
      isConcern: false,
    });
    expect(await of(['12', '13', '14'])).toMatchObject({
      verdict:
        'Rows chosen: 2 of 3. No row has what the choice goes by (Meso, response: tags or task units): rows were taken at random.',
      detail: 'Rows that could be chosen: 3.',
      isConcern: true,
    });
  });

  it('parts the points of the map into those chosen and the others', async () => {
    const selection = await choose({ size: 10, strategy: 'random' });
    const lines = Uint32Array.from(rows.keys(), (row) => row + 1);
    const map = choiceMap(
      {
        lines,
        rows: lines.map((line) => line - 1),
        positions: new Float32Array(80),
        landmarks: 40,
        distinctRows: 40,
      },
      selection,
      words,
      wording,
    );
    if (map.kind !== 'shown') throw new Error(map.kind);
    const [grouping] = map.groupings;
    expect(grouping!.groups).toMatchObject([
      { name: 'Chosen', count: 10, isRest: false },
      { name: 'Not chosen', count: 30, isRest: true },
    ]);
    const chosen = selection.chosen.map(({ line }) => line);
    expect([...lines].filter((_, point) => grouping!.groupOfPoint[point] === 0)).toEqual(chosen);
  });

  it('has the controls that the strategy reads, with what is wrong', () => {
    const controlsOf = (change: Partial<typeof EMPTY_FORM>, reference?: string) =>
      formSections(
        {
          form: { ...EMPTY_FORM, ...change },
          faults: { size: 'x' },
          ...(reference !== undefined && { reference }),
          canWrite: false,
        },
        words,
      )[0]!;
    const ids = (section: ReturnType<typeof controlsOf>) => section.controls!.map(({ id }) => id);
    expect(ids(controlsOf({}))).toEqual(['size', 'strategy', 'degree', 'seed']);
    const combined = controlsOf({ strategy: 'combined' }, 'real.jsonl');
    expect(ids(combined)).toContain('weight.reference');
    expect(ids(combined)).not.toContain('degree');
    expect(combined.controls![0]).toMatchObject({ fault: 'A whole number from 1 on.' });
    expect(combined.actions).toMatchObject([
      { id: 'write', disabled: true },
      { id: 'choose-reference' },
      { id: 'drop-reference' },
    ]);
  });
});
