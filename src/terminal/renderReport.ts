import {
  isTold,
  type ByField,
  type Levels,
  type MacroLevel,
  type MesoLevel,
  type Report,
  type Unmeasured,
} from '../engine/report.ts';
import type { FigureId } from '../glossary/figures.ts';
import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { withMinus } from '../metrics/text/withMinus.ts';
import { MEASURED_FIELDS, type LevelId, type MeasuredField } from '../webview/panelTerms.ts';
import { isRowSample } from '../webview/viewModel/isRowSample.ts';
import { verdictView } from '../webview/viewModel/verdictView.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { columnWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { beside, joined } from './layLines.ts';
import { renderBars, type Bar } from './renderBars.ts';
import { renderErrors } from './renderErrors.ts';
import { renderFlags } from './renderFlags.ts';
import { renderParts } from './renderParts.ts';
import { renderQuality } from './renderQuality.ts';
import { formatKinds, renderInterval, renderStanding, type HalfNoun } from './renderStanding.ts';
import { renderWording } from './renderWording.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';
import { withSmallInitial } from './withSmallInitial.ts';

interface LevelBody {
  readonly id: LevelId;
  readonly headline: string;
  /** What half of is in how many kinds. */
  readonly half: HalfNoun;
  readonly figures: readonly string[];
  readonly bars: readonly Bar[];
}

/** What the lines of a level are written with. */
interface LevelContext {
  readonly style: Style;
  readonly columns: number;
  readonly wording: TerminalWording;
  readonly sampled: Report['sampled'];
}

type Measured = MacroLevel | MesoLevel | MicroLevel;

/** Figures whose label is a name, which keeps its capital within a line. */
const PROPER_NAMES: ReadonlySet<FigureId> = new Set(['vendiScore', 'novelSum', 'dcScore', 'mtld']);

/** 0–1 as percent; never 0.0% or 100.0% for a share that is not. */
function formatShare(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%';
  if (share < 1 && share >= 0.9995) return '>99.9%';
  return `${(100 * share).toFixed(1)}%`;
}

/** The report as lines for a person at a terminal of `columns` columns. */
export function renderReport(
  report: Report,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const { levels, file } = report;
  const { terminal } = wording;
  const context = { style, columns, wording, sampled: report.sampled };
  const fields = MEASURED_FIELDS.filter((field) => field !== 'whole' || hasBothFields(levels));
  const renderFields = <T extends Measured>(
    title: string,
    level: ByField<T>,
    body: (level: T, wording: TerminalWording) => LevelBody,
  ) => fields.flatMap((field) => renderLevel(title, field, level[field], context, body));
  const levelLines = [
    ...renderFields(terminal.macroTitle, levels.macro, renderMacro),
    ...(haveSameTags(fields.map((field) => levels.meso[field]))
      ? renderLevel(terminal.tagsTitle, 'whole', levels.meso.whole, context, renderMeso)
      : renderFields(terminal.mesoTitle, levels.meso, renderMeso)),
    ...renderFields(terminal.microTitle, levels.micro, renderMicro),
  ];
  const lines = [
    ...renderHead(report, style, columns, wording),
    ...levelLines,
    ...renderWording(report.recurringWording, style, columns, wording),
    ...renderFlags(report, style, columns, wording),
    ...renderQuality(report, style, columns, wording),
    ...renderErrors(file, style, columns, wording),
    ...report.sampled.flatMap((note) => {
      const text = harmlessText(wording.report.sampled(note), 1000);
      return beside('', fill(terminal.note, text), columns).map(style.dim);
    }),
  ];
  return lines.join('\n') + '\n';
}

/** Of a file with one field the whole says nothing that the field does not. */
function hasBothFields({ micro }: Levels): boolean {
  return !('unmeasured' in micro.instruction) && !('unmeasured' in micro.response);
}

/** Tags are those of a row, whatever its texts: most often every field has the same figures. */
function haveSameTags(levels: readonly (MesoLevel | Unmeasured)[]): boolean {
  const [first, ...rest] = levels.map((level) => JSON.stringify(level));
  const areTags = levels.every((level) => !('unmeasured' in level) && level.source === 'tags');
  return areTags && rest.length > 0 && rest.every((other) => other === first);
}

function renderHead(
  { file, fields, languages }: Report,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, report, view } = wording;
  const facts = [
    countOf('row', file.rows, wording),
    file.shapes
      .map(({ shape, rows }) =>
        file.shapes.length > 1
          ? `${report.shape(shape)} (${formatCount(rows)})`
          : report.shape(shape),
      )
      .join(view.listSeparator),
    countOf('byte', file.bytes, wording),
  ];
  if (languages.length > 0)
    facts.push(
      languages
        .slice(0, 4)
        .map(({ language, share }) => `${report.language(language)} ${formatShare(share)}`)
        .join(view.listSeparator),
    );
  if (file.rowErrorCount > 0)
    facts.push(style.warn(countOf('rowError', file.rowErrorCount, wording)));
  const read = (['instruction', 'response', 'tags'] as const).flatMap((name) => {
    const source = fields[name];
    return source === undefined ? [] : [`${terminal[name]} = ${harmlessText(source)}`];
  });
  return [
    style.bold(harmlessText(file.path, 1000)),
    ...joined(facts, columns, ''),
    ...joined(read, columns, '').map(style.dim),
    ...renderParts(file, columns, wording).map(style.dim),
    '',
  ];
}

function renderLevel<T extends Measured>(
  title: string,
  field: MeasuredField,
  level: T | Unmeasured,
  { style, columns, wording, sampled }: LevelContext,
  body: (level: T, wording: TerminalWording) => LevelBody,
): string[] {
  const head = style.bold(fill(title, wording.terminal[field]));
  if ('unmeasured' in level) {
    return level.unmeasured.code === 'no-such-field'
      ? []
      : [
          head,
          ...beside('  ', wording.report.unmeasured(level, field), columns).map(style.dim),
          '',
        ];
  }
  const { id, headline, half, figures, bars } = body(level, wording);
  const isSampled = isRowSample(sampled, id, field);
  // The terminal writes one digit more than the panel.
  const verdict = verdictView(id, level, isSampled, { ...wording, amount: formatKinds });
  return [
    head,
    ...renderHeadline(headline, renderInterval(level, wording), style, columns),
    ...renderStanding(level, half, wording, isSampled).flatMap((parts) => joined(parts, columns)),
    ...(verdict.standing === 'narrow' ? beside('  → ', verdict.whatToDo, columns) : []),
    ...joined(figures, columns),
    ...renderBars(bars, style, columns, wording),
    '',
  ];
}

/** The interval on the same line where it has room. */
function renderHeadline(
  headline: string,
  interval: string,
  style: Style,
  columns: number,
): string[] {
  const line = `  ${style.accent(headline)}`;
  if (interval === '') return [line];
  const fits = columnWidth(`${line} ${interval}`) <= columns;
  return fits ? [`${line} ${interval}`] : [line, `  ${interval}`];
}

function commonFigures(level: Measured, wording: TerminalWording): string[] {
  const { sampleCoverage, evenness } = level;
  return [
    ...(sampleCoverage === undefined
      ? []
      : [labelled('coverage', formatShare(sampleCoverage), wording)]),
    ...decimalFigure('evenness', evenness, 2, wording),
  ];
}

/** A figure by the name that the glossary has for it. */
function labelled(id: FigureId, value: string, { figures }: TerminalWording): string {
  const { label } = figures[id];
  return `${PROPER_NAMES.has(id) ? label : withSmallInitial(label)} ${value}`;
}

function decimalFigure(
  id: FigureId,
  value: number | undefined,
  digits: number,
  wording: TerminalWording,
): string[] {
  return value === undefined ? [] : [labelled(id, withMinus(value.toFixed(digits)), wording)];
}

function renderMacro(level: MacroLevel, wording: TerminalWording): LevelBody {
  const { terminal, view } = wording;
  const { pairs, hill, topics, rowsWithoutTopic } = level;
  const figures = [
    ...commonFigures(level, wording),
    ...decimalFigure('vendiScore', level.vendiScore, 1, wording),
    ...decimalFigure('meanCosineDistance', level.meanCosineDistance, 3, wording),
  ];
  if (pairs) {
    const dcScore = fill(view.ofRows, pairs.dcScore.toFixed(1), formatCount(pairs.rows));
    figures.push(
      ...decimalFigure('meanNearestDistance', pairs.meanNearestDistance, 3, wording),
      ...decimalFigure('novelSum', pairs.novelSum.proximityWeighted, 3, wording),
      labelled('dcScore', dcScore, wording),
    );
  }
  if (rowsWithoutTopic > 0) figures.push(countOf('withoutTopic', rowsWithoutTopic, wording));
  return {
    id: 'macro',
    headline: isTold(level)
      ? fill(terminal.topics, formatKinds(hill.q1), formatCount(hill.q0))
      : terminal.topicsUntold,
    half: 'halfInTopics',
    figures,
    bars: topics.map(({ name, rows }) => ({ label: name, count: rows })),
  };
}

function renderMeso(level: MesoLevel, wording: TerminalWording): LevelBody {
  const { terminal, view } = wording;
  const { hill, kinds, source, verbs, nouns, balance } = level;
  const effective = (template: string, words: MesoLevel['verbs']) =>
    words ? [fill(template, formatKinds(words.hill.q1), formatCount(words.kinds))] : [];
  return {
    id: 'meso',
    headline: fill(terminal[`kinds.${source}`], formatKinds(hill.q1), formatCount(kinds)),
    half: source === 'tags' || source === 'language-model' ? 'halfInTags' : 'halfInUnits',
    figures: [
      ...commonFigures(level, wording),
      fill(terminal.perRow, level.kindsPerRow.toFixed(2)),
      ...effective(terminal.verbs, verbs),
      ...effective(terminal.nouns, nouns),
      ...(balance
        ? [fill(terminal.balance, formatCount(balance.overCount), formatCount(balance.underCount))]
        : []),
    ],
    bars: level.top.map(({ name, also, count }) => ({
      label: also ? fill(view.alsoNamed, name, also.join(view.listSeparator)) : name,
      count,
    })),
  };
}

function renderMicro(level: MicroLevel, wording: TerminalWording): LevelBody {
  const { terminal } = wording;
  const { hill, types, words, length } = level;
  const distinct = level.distinct.map((share) => (share === null ? '–' : share.toFixed(3)));
  return {
    id: 'micro',
    headline: fill(terminal.tokens, formatKinds(hill.q1), formatCount(types)),
    half: 'halfInTypes',
    figures: [
      fill(terminal.entropy, level.entropyBits.toFixed(2)),
      fill(terminal.distinct, distinct.join(' ')),
      fill(terminal.length, formatCount(length.median)),
      ...decimalFigure('mtld', words?.mtld, 1, wording),
      ...decimalFigure('selfRepetition', words?.selfRepetition, 2, wording),
      ...decimalFigure('compressionRatio', level.compressionRatio, 2, wording),
      ...commonFigures(level, wording),
    ],
    bars: level.top.map(({ name, count }) => ({ label: name.trim(), count })),
  };
}
