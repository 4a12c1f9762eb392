import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headlineText } from '../../../src/webview/headlineText.ts';
import { rowError } from '../../../src/data/rowError.ts';
import { englishRowFaultWords as rowFaults } from '../../../src/data/rowFaultWords.ts';
import type { RowError } from '../../../src/data/rowTypes.ts';
import { sentence } from '../../../src/data/sentence.ts';
import { isHostToPage } from '../../../src/webview/protocol.ts';
import type {
  LevelCardView,
  LevelFieldView,
  MeasuredField,
} from '../../../src/webview/protocol.ts';
import { toDoneView, toFailedView, toRunningView } from '../../../src/webview/viewModel.ts';
import { flagEntries } from '../../../src/webview/viewModel/flagEntries.ts';
import { createWording } from '../../../src/webview/viewModel/wording.ts';
import { sampleReport } from './sampleReport.ts';

const wording = createWording((english) => english, 'en');
const host = { fileName: 'support.jsonl', chosen: {}, durationMs: 1840 };
const done = toDoneView(sampleReport, flagEntries(sampleReport), host, wording);

function measured(levels: readonly LevelCardView[], index: number, field: MeasuredField) {
  const view: LevelFieldView | undefined = levels[index]?.fields[field];
  if (view?.kind !== 'measured') throw new Error(`Expected a measured level, got ${view?.kind}.`);
  return view;
}

describe('a finished report', () => {
  test('survives structuredClone as a message', () => {
    const message = { type: 'state', target: 'file:///a', words: wording.page, view: done };
    expect(structuredClone(message)).toEqual(message);
    expect(isHostToPage(structuredClone(message))).toBe(true);
  });

  test('says in its head what was read, from where, and how long it took', () => {
    expect(done.head.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Rows: 303',
      'Shape: Chat (messages)',
      'Languages: English 54%',
      'Size: 1.48 MB',
      'Row errors: 3',
      'Warnings: 1',
      'Measured in: 1.8 s',
    ]);
    expect(done.head.fields.response).toBe('messages (assistant)');
    expect(done.head.choices[1]).toEqual({ name: 'category', label: 'category (92% of the rows)' });
  });

  test('says in its head which files of a folder were left out', () => {
    const note = { used: 1, of: 2, files: ['about.json'], message: '…' };
    const sampled = [
      { ...note, what: 'left-out-files' as const },
      { ...note, what: 'dead-links' as const, files: ['gone.jsonl'] },
    ];
    const view = toDoneView(
      { ...sampleReport, sampled },
      [],
      { ...host, notes: ['First.'] },
      wording,
    );
    expect(view.head.notes).toEqual([
      'First.',
      'Files left out, as they hold no records: about.json.',
      'Links left out, as they lead to no file: gone.jsonl.',
    ]);
  });

  test('puts the effective number of kinds first, in kinds', () => {
    const macro = measured(done.levels, 0, 'instruction');
    expect(headlineText(macro.headline)).toBe('9.2 effective topics of 12');
    expect(measured(done.levels, 2, 'response').headline.value).toBe('641');
  });

  test('builds its sentences from the figures', () => {
    expect(measured(done.levels, 0, 'instruction').sentence).toBe(
      'The 3 largest of 12 topics take 48% of the rows. 3.6% of the rows belong to no topic. ' +
        'An estimated 99.7% of what this source produces has been seen.',
    );
    expect(measured(done.levels, 2, 'response').sentence).toContain('>\u00a099.9%');
  });

  test('speaks of the instruction first at the macro and meso levels, of the response at the micro level', () => {
    expect(done.levels.map(({ level, first }) => [level, first])).toEqual([
      ['macro', 'instruction'],
      ['meso', 'instruction'],
      ['micro', 'response'],
    ]);
  });

  test('draws ten bars, lists the rest, and says how many there are', () => {
    const { chart } = measured(done.levels, 0, 'instruction');
    if (chart.kind !== 'bars') throw new Error('Expected bars.');
    expect([chart.drawn, chart.bars.length, chart.rest]).toEqual([
      10,
      12,
      '10 of 12 shown; 12 in the table',
    ]);
    expect(chart.bars[0]).toMatchObject({ value: 58, shareText: '19%', lines: [1, 31, 61] });
  });

  test('says why a level was not measured', () => {
    expect(done.levels[1]?.fields.response).toEqual({
      kind: 'unmeasured',
      reason: 'Nothing to count was found. Rows looked at: 303.',
    });
  });

  test('sums up the flags, and tells what was sampled', () => {
    expect(measured(done.levels, 0, 'instruction').notes).toEqual([
      'Topics were found on 250 of 298 different rows; all rows were then sorted into them.',
      'Rows compared by meaning: 300 of 303, drawn with seed 42.',
    ]);
    const none = { entries: 0, lines: 0 };
    expect(done.flags.counts).toEqual({
      'exact-duplicate': { entries: 1, lines: 3 },
      'near-duplicate': { entries: 2, lines: 8 },
      contained: none,
      template: none,
      'preference-pair': none,
      'semantic-duplicate': none,
      'off-distribution': { entries: 2, lines: 2 },
      quality: { entries: 1, lines: 1 },
      'row-error': { entries: 3, lines: 3 },
    });
    expect(done.flags.sentence).toBe(
      'Rows in duplicate clusters: 11 of 303 (3.6%). Off-distribution rows: 2. Rows with quality findings: 1. Broken lines: 3.',
    );
    expect(done.flags.notes).toEqual(['Rows compared by meaning: 300 of 303, drawn with seed 42.']);
  });

  test('shows text of the data as text, with what is invisible made visible', () => {
    const { instruction } = sampleReport.levels.macro;
    if ('unmeasured' in instruction) throw new Error('Expected a measured level.');
    const name = '<script>alert(1)</script>\u202E\u0000';
    const topics = instruction.topics.map((topic) => ({ ...topic, name }));
    const levels = {
      ...sampleReport.levels,
      macro: { ...sampleReport.levels.macro, instruction: { ...instruction, topics } },
    };
    const view = toDoneView({ ...sampleReport, levels }, [], host, wording);
    const { chart } = measured(view.levels, 0, 'instruction');
    expect(chart.kind === 'bars' && chart.bars[0]?.name).toBe('<script>alert(1)</script>⟨U+202E⟩␀');
  });
});

test('a partial report shows the levels that are there, the others as pending', () => {
  const { file, fields, levels } = sampleReport;
  const partial = { file, fields, levels: { micro: levels.micro }, sampled: [] };
  const view = toRunningView({ phase: 'features', fraction: 0.3 }, partial, host, wording);
  expect(view.phase).toBe('Reading meanings');
  expect(view.levels?.map((level) => level.fields.instruction.kind)).toEqual([
    'pending',
    'pending',
    'measured',
  ]);
});

test('while the first lines only are read, nothing is said of the others', () => {
  const { file, fields, levels } = sampleReport;
  const partial = {
    file: { ...file, rows: 1008, lines: 50_000, rowErrorCount: 0 },
    fields,
    levels: { micro: levels.micro },
    sampled: [{ what: 'first-lines' as const, used: 1010, of: 50_000, message: '' }],
  };
  const view = toRunningView({ phase: 'micro', fraction: 0.3 }, partial, host, wording);
  const fact = (label: string) => view.head?.facts.find((one) => one.label === label);
  expect(fact('Rows')).toMatchObject({
    value: '1,008',
    detail: 'in 1,010 of 50,000 lines so far',
  });
  expect(fact('Row errors')).toMatchObject({ value: '0', detail: 'in the lines read so far' });
  const { standing } = measured(view.levels!, 2, 'response');
  expect(standing[0]?.text).toBe('Lines read so far: 1,010 of 50,000.');
});

test('one line is told as one', () => {
  const file = { ...sampleReport.file, rows: 1, lines: 1, blankLines: 0 };
  const [rows] = toDoneView({ ...sampleReport, file }, [], host, wording).head.facts;
  expect(rows).toMatchObject({ value: '1', detail: 'of 1 line, 0 blank' });
});

test('in Japanese a headline begins with what is counted, and ranges have a wave', () => {
  const words = JSON.parse(readFileSync('l10n/bundle.l10n.ja.json', 'utf8')) as Record<
    string,
    string
  >;
  const { levels } = toDoneView(
    sampleReport,
    [],
    host,
    createWording((english) => words[english] ?? english, 'ja'),
  );
  const macro = measured(levels, 0, 'response');
  expect(headlineText(macro.headline)).toBe('実効トピック数 9.2 (全 12)');
  const { figures } = measured(levels, 2, 'response');
  expect(figures.find(({ id }) => id === 'length')?.value).toMatch(/^\d+ \(\d+～\d+\)$/);
});

test('a failure says what happened, what to do, and offers the settings where they help', () => {
  const view = toFailedView({ code: 'out-of-memory', message: 'Too large.' }, 'a.jsonl', wording);
  expect(view.title).toBe('Memory ran out');
  expect(view.actions).toEqual(['inspectAgain', 'openSettings']);
  const other = toFailedView({ code: 'unknown', message: 'x' }, 'a.jsonl', wording);
  expect(other.actions).toEqual(['inspectAgain']);
});

test('a file of broken lines lists each; settings are advised only where rows lack the usual fields', () => {
  const viewOf = (...rowErrors: RowError[]) => {
    const broken = { rowErrorCount: rowErrors.length + 1, rowErrors };
    const failure = { code: 'no-usable-row', message: 'No row.', broken } as const;
    return toFailedView(failure, 'a.jsonl', wording);
  };
  const cut = rowError(1, 'invalid-json', sentence(rowFaults.endOfLine), 7);
  const empty = rowError(2, 'no-text', sentence(rowFaults.noText, 'text'));
  const view = viewOf(cut, rowError(3, 'not-an-object', sentence(rowFaults.anArray)));
  expect(view.brokenLines?.rows.map(({ lines, cells }) => [lines, cells[1]])).toEqual([
    [[1], '7'],
    [[3], ''],
  ]);
  expect(view.brokenLines?.linesLabel).toBe('Line');
  expect(view.brokenLines?.note).toBe('The first 2 of 3 row errors are listed.');
  expect(view.brokenLines?.rows[0]?.cells[0]).toMatch(/end of line/);
  expect(view.whatToDo).not.toMatch(/settings/);
  expect(view.actions).toEqual(['inspectAgain']);
  expect(viewOf(cut, empty).whatToDo).toMatch(/settings/);
  expect(viewOf(cut, empty).actions).toEqual(['inspectAgain', 'openSettings']);
});

test('verbs and nouns of pairs are two rings, and what else is listed has lines', () => {
  const { chart, tables } = measured(done.levels, 1, 'instruction');
  if (chart.kind !== 'rings') throw new Error(`Expected rings, got ${chart.kind}.`);
  expect(chart.groups.map(({ name }) => name)).toEqual(['ask', 'reset', 'track']);
  expect(chart.groups[0]?.parts[0]).toEqual({
    name: 'refund',
    value: 20,
    valueText: '20',
    lines: [2, 90],
  });
  expect(chart.rest).toBe('3 of 61 verbs shown, each as wide as the nouns shown with it');
  expect(tables?.map(({ title, rows }) => [title, rows[0]?.cells[0]])).toEqual([
    ['Most frequent verb–noun pairs', 'ask refund (also: request refund)'],
    ['Over-represented: 14', 'reset password'],
    ['Under-represented: 1', 'ask password'],
    ['Often in one row', 'ask refund + cancel order'],
  ]);
  const { balance, npmi } = wording.figures;
  expect(tables?.map(({ explained }) => explained?.label)).toEqual([
    undefined,
    balance.label,
    balance.label,
    npmi.label,
  ]);
});
