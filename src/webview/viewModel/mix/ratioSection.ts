import { isCompared } from '../../../engine/compare/comparison.ts';
import { mixtureSnippets } from '../../../engine/mix/mixtureSnippets.ts';
import { SHIFT_NAMES, type MixPoint } from '../../../engine/mix/mixing.ts';
import type { Band } from '../../../metrics/stats/band.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { SheetRow, SheetSection, SheetTable } from '../../sheetProtocol.ts';
import { fill, type Wording } from '../wording.ts';
import { kindsOf, shiftOf } from './mixCharts.ts';
import type { MixState } from './mixState.ts';
import type { MixWords } from './mixWords.ts';
import { LEVEL_NAMES } from '../../../engine/report.ts';

const EXCERPT_LENGTH = 200;

/**
 * One ratio, chosen with a slider: its figures beside those of real rows alone, some rows, weights,
 * and the mixture as a file.
 */
export function ratioSection(state: MixState, words: MixWords, wording: Wording): SheetSection {
  const { frame, points, ratio, curve, verdicts } = state;
  const point = points[curve].find((one) => one.ratio === ratio);
  const hasClose = isCompared(frame.closeness);
  return {
    id: 'ratio',
    title: words.atRatio,
    note: words.atRatioNote,
    controls: [
      {
        kind: 'slider',
        id: 'ratio',
        label: words.ratio,
        value: `${ratio}`,
        min: 0,
        max: 100,
        step: 10,
        unit: '%',
      },
      ...(hasClose
        ? [
            {
              kind: 'choice' as const,
              id: 'curve',
              label: words.rowsTaken,
              value: curve,
              options: [
                { value: 'all', label: words.anyRows },
                { value: 'close', label: words.closeRows },
              ],
            },
          ]
        : []),
    ],
    tables: [
      figureTable(state, point, words, wording),
      ...(verdicts && point ? [sampleTable(state, words), snippetTable(state, words)] : []),
    ],
    ...(verdicts && point && { actions: [{ id: 'write', label: words.write, primary: true }] }),
  };
}

function figureTable(
  { frame, points, ratio, verdicts, field }: MixState,
  point: MixPoint | undefined,
  words: MixWords,
  wording: Wording,
): SheetTable {
  const title = fill(words.figures, fill(words.perCent, wording.count(ratio)));
  const header = [words.what, words.here, words.alone];
  const alone = points.all[0];
  if (!point || !alone) {
    return { title, header, rows: [], note: verdicts ? words.noPoint : words.notYet };
  }
  const row = (
    name: string,
    bandOf: (point: MixPoint) => Band | undefined,
    format: (value: number) => string,
    isBeyondNoise = false,
  ): SheetRow[] => {
    const [here, there] = [bandOf(point), bandOf(alone)];
    if (!here || !there) return [];
    const text = (band: Band) =>
      `${format(band.mean)} (${fill(words.band, format(band.low), format(band.high))})`;
    const meaning = isBeyondNoise ? { meaning: words.beyondNoise } : {};
    return [{ cells: [name, text(here), text(there)], ...meaning, lines: [] }];
  };
  const levels = LEVEL_NAMES.flatMap((level) => {
    const measured = frame.levels[level][field];
    if (!isCompared(measured)) return [];
    const isWhole = field === 'whole';
    return row(
      fill(words[`${level}Kinds`], wording.count(measured.rows)),
      kindsOf(level, field),
      wording.amount,
      isWhole && (point.gains.includes(level) || point.losses.includes(level)),
    );
  });
  const shifts = SHIFT_NAMES.flatMap((name) =>
    row(
      words[name],
      shiftOf(name),
      (value) => wording.decimal(value, 3),
      point.shifted.includes(name),
    ),
  );
  const repeats = row(
    words.nearDuplicates,
    ({ nearDuplicates }) => nearDuplicates,
    wording.percent,
  );
  return { title, header, rows: [...levels, ...shifts, ...repeats] };
}

function sampleTable({ samples, frame }: MixState, words: MixWords): SheetTable {
  return {
    title: words.sampleRows,
    header: [words.row],
    rows: samples.map(({ file, line, text }) => ({
      cells: [harmlessText(text, EXCERPT_LENGTH)],
      lines: [{ file, line }],
    })),
    ...(frame.notes.some(({ code }) => code === 'other-shapes') && {
      note: words['note.other-shapes'],
    }),
  };
}

function snippetTable({ frame, ratio }: MixState, words: MixWords): SheetTable {
  return {
    title: words.snippets,
    header: [words.snippet],
    rows: mixtureSnippets(frame, ratio).map(({ name, text }) => ({
      cells: [words[`snippet.${name}`]],
      lines: [],
      copy: { label: words.copy, text },
    })),
  };
}
