import {
  isCompared,
  type Comparison,
  type JointMap,
  type LevelComparison,
  type OutsideRows,
  type ShiftTestName,
  type Uncompared,
} from '../../engine/compare/comparison.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { EXCERPT_UNITS, type MapState } from '../mapProtocol.ts';
import type { PairedBars, SheetFile, SheetRow, SheetSection, SheetView } from '../sheetProtocol.ts';
import type { CompareWords } from './compareWords.ts';
import { comparedFields } from './comparedFields.ts';
import { DATASET, REFERENCE } from './comparedFiles.ts';
import { jointMapView } from './jointMapView.ts';
import { overlapSection } from './overlapSection.ts';
import { useSection } from './useSection.ts';
import { whyUncompared } from './whyUncompared.ts';
import { fill, joinSentences, type Wording } from './wording.ts';
import { LEVEL_NAMES } from '../../engine/report.ts';

/** Rows of one table that the page gets; the copy leaves out all of them. */
const MOST_ROWS = 300;

/** Starts of the texts of rows, by line. */
export type OutsideTexts = Readonly<
  Partial<Record<'missing' | 'invented', ReadonlyMap<number, string>>>
>;

/**
 * What the page shows of a comparison.
 * @param map undefined where none could be made
 * @param fileNames of the data set and the reference
 * @param texts of the rows that lie outside, as far as they are read
 */
export function toCompareView(
  comparison: Comparison,
  map: JointMap | 'pending' | undefined,
  fileNames: readonly [string, string],
  words: CompareWords,
  wording: Wording,
  texts: OutsideTexts = {},
): SheetView {
  const { verdict } = comparison;
  const { count, decimal, list } = wording;
  const names = verdict.beyondChance.map((name) => words[`test.${name}`]);
  const fileOf = (which: 'dataset' | 'reference', mark: string, name: string) => {
    const shown = harmlessText(name, 200);
    const rows = fill(words.rows, count(comparison[which].file.rows));
    return { mark, name: shown, summary: `${mark} · ${words[which]}: ${shown} · ${rows}` };
  };
  const files = [
    fileOf('dataset', 'A', fileNames[0]),
    fileOf('reference', 'B', fileNames[1]),
  ] as const;
  return {
    status: {
      kind: 'done',
      verdict: words[`verdict.${verdict.code}`],
      detail: fill(
        words.verdictBasis,
        count(verdict.rows.dataset),
        count(verdict.rows.reference),
        names.length > 0 ? list(names) : words.none,
        decimal(verdict.adjustedPValue, 3),
        wording.setPercent(verdict.errorRate),
      ),
      isConcern: verdict.code === 'shifted',
    },
    files,
    sections: [
      levelSection(comparison, words, wording),
      shiftSection(comparison, words, wording),
      overlapSection(comparison, words, wording),
      {
        id: 'map',
        title: words.map,
        note: words.mapNote,
        map: mapState(comparison, map, files, words, wording),
      },
      outsideSection('missing', comparison.missing, texts.missing, words, wording),
      outsideSection('invented', comparison.invented, texts.invented, words, wording),
      useSection(comparison, words, wording),
      leakageSection(comparison, words, wording),
    ],
  };
}

function mapState(
  { dataset, reference }: Comparison,
  map: JointMap | 'pending' | undefined,
  files: readonly [SheetFile, SheetFile],
  words: CompareWords,
  wording: Wording,
): MapState {
  if (map === 'pending') return { kind: 'pending' };
  if (!map) return { kind: 'none' };
  const [first, second] = files;
  const names = [`${first.mark} · ${first.name}`, `${second.mark} · ${second.name}`] as const;
  const rows = dataset.file.rows + reference.file.rows;
  return { kind: 'shown', ...jointMapView(map, names, rows, words, wording) };
}

function levelSection({ levels }: Comparison, words: CompareWords, wording: Wording): SheetSection {
  const without: string[] = [];
  const bars = LEVEL_NAMES.flatMap((level) =>
    comparedFields(levels[level]).flatMap((field) => {
      const compared = levels[level][field];
      const names = [words[`level.${level}`], words[`field.${field}`]] as const;
      if (!isCompared(compared)) {
        without.push(fill(words.notCompared, ...names, whyUncompared(compared, words)));
        return [];
      }
      const label = fill(words.atRows, ...names, wording.count(compared.commonRows));
      return [levelBars(label, compared, words, wording)];
    }),
  );
  const note = joinSentences([words.levelsNote, ...without]);
  const actions = [{ id: 'swap', label: words.swap }];
  return { id: 'levels', title: words.levels, note, bars, actions };
}

function levelBars(
  label: string,
  { effectiveKinds, ratio, moreDiverse }: LevelComparison,
  words: CompareWords,
  { amount, decimal }: Wording,
): PairedBars {
  const most = Math.max(
    ...[effectiveKinds.dataset, effectiveKinds.reference].map(({ q1, high }) => high ?? q1),
  );
  const template = {
    dataset: words.moreDataset,
    reference: words.moreReference,
    neither: words.moreNeither,
  };
  return {
    label,
    bars: (['dataset', 'reference'] as const).map((which) => {
      const { q1, low, high } = effectiveKinds[which];
      const bar = { label: words[which], share: q1 / most };
      if (low === undefined) return { ...bar, text: amount(q1) };
      return {
        ...bar,
        interval: { low: low / most, high: high / most },
        text: fill(words.interval, amount(q1), amount(low), amount(high)),
      };
    }),
    note:
      ratio.low === undefined
        ? fill(words.moreUntold, decimal(ratio.value, 2))
        : fill(
            template[moreDiverse],
            ...[ratio.value, ratio.low, ratio.high].map((value) => decimal(value, 2)),
          ),
    differs: moreDiverse !== 'neither',
  };
}

const TESTS = [
  'meanings',
  'wording',
  'tokens',
  'units',
  'topics',
] as const satisfies ShiftTestName[];

function shiftSection({ shift }: Comparison, words: CompareWords, wording: Wording): SheetSection {
  const rows = TESTS.flatMap((name): SheetRow[] => {
    const test = shift[name];
    if (!test) return [];
    const { decimal, count } = wording;
    const [measured, byChance] =
      'areaUnderRoc' in test
        ? [
            fill(
              words.area,
              ...[test.areaUnderRoc, test.interval.low, test.interval.high].map((value) =>
                decimal(value, 3),
              ),
            ),
            fill(words.areaByChance, decimal(test.expected, 3), decimal(test.deviation, 3)),
          ]
        : [
            fill(words.bits, decimal(test.divergenceBits, 4)),
            fill(words.bitsByChance, decimal(test.expected, 4), decimal(test.deviation, 4)),
          ];
    return [
      {
        cells: [
          words[`test.${name}`],
          measured,
          byChance,
          decimal(test.pValue, 3),
          fill(words.rowsAgainst, count(test.rows.dataset), count(test.rows.reference)),
        ],
        lines: [],
      },
    ];
  });
  const header = [words.test, words.measured, words.byChance, words.pValue, words.restsOn];
  return {
    id: 'shift',
    title: words.shift,
    note: words.shiftNote,
    tables: [{ title: words.shift, header, rows }],
  };
}

function outsideSection(
  id: 'invented' | 'missing',
  found: OutsideRows | Uncompared,
  texts: ReadonlyMap<number, string> | undefined,
  words: CompareWords,
  { count, decimal, percent }: Wording,
): SheetSection {
  const title = words[id];
  if (!isCompared(found)) return { id, title, note: whyUncompared(found, words) };
  const [own, other] = id === 'invented' ? [DATASET, REFERENCE] : [REFERENCE, DATASET];
  const rows = found.furthest.slice(0, MOST_ROWS).map(({ line, cosineDistance, nearestLine }) => ({
    cells: [harmlessText(texts?.get(line) ?? '', EXCERPT_UNITS), decimal(cosineDistance, 2)],
    lines: [
      { file: own, line },
      { file: other, line: nearestLine },
    ],
  }));
  return {
    id,
    title,
    note: fill(
      id === 'invented' ? words.inventedNote : words.missingNote,
      count(found.outside),
      count(found.rows),
      percent(found.expectedShare),
    ),
    tables:
      rows.length === 0
        ? []
        : [
            {
              title,
              header: [words.row, words.distance, words.rowAndNearest],
              rows,
              canCompareRows: true,
            },
          ],
  };
}

function leakageSection(
  { leakage }: Comparison,
  words: CompareWords,
  { count, decimal }: Wording,
): SheetSection {
  const section = { id: 'leakage', title: words.leakage };
  const { pairs, rows: leaked } = leakage;
  if (pairs.length === 0) return { ...section, note: words.noLeakage };
  const shown = pairs.slice(0, MOST_ROWS);
  const notes = [
    ...(shown.length < pairs.length
      ? [fill(words.shownOf, count(shown.length), count(pairs.length))]
      : []),
    ...(leakage.allFound ? [] : [words.notAllFound]),
  ];
  return {
    ...section,
    note: fill(words.leakageNote, count(leaked.dataset), count(leaked.reference)),
    tables: [
      {
        title: words.leakedRows,
        header: [words.match, words.similarity, words.lines],
        rows: shown.map(({ kind, similarity, line, referenceLine }) => ({
          cells: [words[`leak.${kind}`], decimal(similarity, 2)],
          lines: [
            { file: DATASET, line },
            { file: REFERENCE, line: referenceLine },
          ],
        })),
        canCompareRows: true,
        ...(notes.length > 0 && { note: notes.join(' ') }),
      },
    ],
    actions: [{ id: 'writeCleanCopy', label: words.writeCleanCopy }],
  };
}
