import { isCompared } from '../../../engine/compare/comparison.ts';
import { SHIFT_NAMES, type MixPoint, type ShiftName } from '../../../engine/mix/mixing.ts';
import { LEVEL_NAMES, type MeasuredField, type LevelName } from '../../../engine/report.ts';
import type { Band } from '../../../metrics/stats/band.ts';
import type { BandChart, BandSeries, SheetSection } from '../../sheetProtocol.ts';
import { explainFigures } from '../explainFigures.ts';
import { fill, joinSentences, type Wording } from '../wording.ts';
import type { MixState } from './mixState.ts';
import type { MixWords } from './mixWords.ts';
import { FIELD_NAMES } from '../../../data/rowTypes.ts';

/** Per cent between two ratios: a marked one is shown half as wide to either side. */
const STEP = 10;

export function diversitySection(state: MixState, words: MixWords, wording: Wording): SheetSection {
  const { frame, field } = state;
  const without: string[] = [];
  const charts = LEVEL_NAMES.flatMap((level): BandChart[] => {
    const measured = frame.levels[level][field];
    if (!isCompared(measured)) {
      const why = words[`uncompared.${measured.uncompared.code}`];
      without.push(fill(words.notMeasured, words[level], why));
      return [];
    }
    return [
      {
        title: fill(words[`${level}Kinds`], wording.count(measured.rows)),
        yLabel: words.effectiveKinds,
        series: seriesOf(state, words, kindsOf(level, field), wording.amount),
        fromZero: false,
        ...marksOf(state, words, wording),
      },
    ];
  });
  return {
    id: 'diversity',
    title: words.diversity,
    note: joinSentences([words.diversityNote, ruleOf(state, words, wording), ...without]),
    explained: explainFigures(['mixedDiversity'], wording),
    controls: [
      {
        kind: 'choice',
        id: 'field',
        label: words.field,
        value: field,
        options: fieldsOf(state).map((value) => ({ value, label: words[value] })),
      },
    ],
    charts,
    actions: [{ id: 'swap', label: words.swap }],
  };
}

/** The fields to show: where the files have one field only, the whole is that field. */
function fieldsOf({ frame: { levels } }: MixState): MeasuredField[] {
  const own = FIELD_NAMES.filter((field) =>
    LEVEL_NAMES.some((level) => isCompared(levels[level][field])),
  );
  return own.length === 1 ? ['whole'] : ['whole', ...own];
}

export const kindsOf =
  (level: LevelName, field: MeasuredField) =>
  ({ effectiveKinds }: MixPoint): Band | undefined =>
    effectiveKinds[level][field];

export function shiftSection(state: MixState, words: MixWords, wording: Wording): SheetSection {
  const { noise } = state.frame;
  const area = (value: number) => wording.decimal(value, 3);
  const charts = SHIFT_NAMES.flatMap((name): BandChart[] => {
    const found = noise[name];
    if (!isCompared(found)) return [];
    return [
      {
        title: words[name],
        yLabel: words.area,
        series: [
          ...seriesOf(state, words, shiftOf(name), area),
          limitSeries(state, words, found.limit, area(found.limit)),
        ],
        fromZero: false,
        ...marksOf(state, words, wording),
        legend: fill(words.shiftRule, area(found.limit), wording.count(found.divisions)),
      },
    ];
  });
  const without = SHIFT_NAMES.flatMap((name) => {
    const found = noise[name];
    if (isCompared(found)) return [];
    return [fill(words.notMeasured, words[name], words[`uncompared.${found.uncompared.code}`])];
  });
  return {
    id: 'shift',
    title: words.shift,
    note: joinSentences([
      words.shiftNote,
      ...(state.points.close.length > 0 ? [words.closeRule] : []),
      ...without,
    ]),
    explained: explainFigures(['mixedShift', 'noiseLimit'], wording),
    charts,
  };
}

export const shiftOf =
  (name: ShiftName) =>
  ({ shift }: MixPoint): Band | undefined =>
    shift[name];

export function repeatSection(state: MixState, words: MixWords, wording: Wording): SheetSection {
  const percentOf = ({ nearDuplicates: { mean, low, high } }: MixPoint): Band => ({
    mean: 100 * mean,
    low: 100 * low,
    high: 100 * high,
  });
  const { closeness } = state.frame;
  return {
    id: 'repeats',
    title: words.nearDuplicates,
    note: joinSentences([
      words.nearDuplicatesNote,
      isCompared(closeness)
        ? fill(
            words.closeness,
            wording.setPercent(closeness.share),
            wording.percent(closeness.closeShare.mean),
          )
        : undefined,
    ]),
    explained: explainFigures(['mixedNearDuplicates', 'closeShare'], wording),
    charts: [
      {
        title: words.nearDuplicates,
        yLabel: words.shareOfRows,
        series: seriesOf(state, words, percentOf, (value) => wording.percent(value / 100)),
        fromZero: true,
        ...marksOf(state, words, wording),
      },
    ],
  };
}

function seriesOf(
  { points }: MixState,
  words: MixWords,
  bandOf: (point: MixPoint) => Band | undefined,
  format: (value: number) => string,
): BandSeries[] {
  const names = { all: words.anyRows, close: words.closeRows };
  return (['all', 'close'] as const)
    .map((curve) => ({
      name: names[curve],
      points: points[curve].flatMap((point) => {
        const band = bandOf(point);
        if (!band) return [];
        const { mean, low, high } = band;
        return [
          {
            x: point.ratio,
            xText: `${point.ratio}`,
            y: mean,
            yText: format(mean),
            band: { low, high, text: fill(words.band, format(low), format(high)) },
          },
        ];
      }),
    }))
    .filter((series) => series.points.length > 0);
}

function limitSeries(
  { frame: { plan } }: MixState,
  words: MixWords,
  limit: number,
  yText: string,
): BandSeries {
  const points = plan.ratios.map((x) => ({ x, xText: `${x}`, y: limit, yText }));
  return { name: words.noiseLimit, points };
}

/** What is marked along the axis: the usual start as a guide, and what was found on either curve. */
function marksOf(
  state: MixState,
  words: MixWords,
  { count }: Wording,
): Pick<BandChart, 'xLabel' | 'xPlaces' | 'marked'> {
  const { low, high } = state.frame.rule.usualStart;
  const guide = { from: low, to: high, label: guideLabel(words, count, low, high), kind: 'guide' };
  const found = (curve: 'all' | 'close', label: string, kind: 'found' | 'also-found') =>
    runsOf(markedRatios(state, curve)).map(([from, to]) => ({
      from: Math.max(0, from - STEP / 2),
      to: Math.min(100, to + STEP / 2),
      label: `${label} (${rangeWords([[from, to]], words, count)})`,
      kind,
    }));
  return {
    xLabel: words.ratioAxis,
    xPlaces: state.frame.plan.ratios.map((x) => ({ x, xText: `${x}` })),
    marked: [
      { ...guide, kind: 'guide' as const },
      ...found('all', words.found, 'found'),
      ...found('close', words.foundClose, 'also-found'),
    ],
  };
}

const guideLabel = (words: MixWords, count: Wording['count'], low: number, high: number): string =>
  `${words.guide} (${fill(words.perCentRange, count(low), count(high))})`;

const markedRatios = ({ points }: MixState, curve: 'all' | 'close'): number[] =>
  points[curve].filter(({ isMarked }) => isMarked).map(({ ratio }) => ratio);

/** Ratios that follow each other, as first and last. @param ratios ascending */
export function runsOf(ratios: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const ratio of ratios) {
    const last = runs.at(-1);
    if (last && ratio - last[1] === STEP) last[1] = ratio;
    else runs.push([ratio, ratio]);
  }
  return runs;
}

/** `10–30 %`, `50 %`, joined as the language joins lists. */
export const rangeWords = (
  runs: readonly (readonly [number, number])[],
  words: MixWords,
  count: Wording['count'],
  list: Wording['list'] = (parts) => parts.join(', '),
): string =>
  list(
    runs.map(([from, to]) =>
      from === to
        ? fill(words.perCent, count(from))
        : fill(words.perCentRange, count(from), count(to)),
    ),
  );

function ruleOf({ frame: { rule } }: MixState, words: MixWords, { setPercent }: Wording): string {
  return fill(words.rule, setPercent(rule.diversityErrorRate), setPercent(rule.shiftErrorRate));
}
