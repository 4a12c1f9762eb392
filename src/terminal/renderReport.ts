import type {
  FileFacts,
  Levels,
  MacroLevel,
  MesoLevel,
  Report,
  Unmeasured,
} from '../engine/report.ts';
import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import { cutToWidth, padToWidth } from './columnWidth.ts';
import { formatAmount, formatCount } from './formatAmount.ts';
import { lineNames } from './lineNames.ts';
import { renderFlags } from './renderFlags.ts';
import { renderParts } from './renderParts.ts';
import { renderQuality } from './renderQuality.ts';
import { formatKinds, renderInterval, renderStanding } from './renderStanding.ts';
import { renderWording } from './renderWording.ts';
import type { Style } from './style.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

const BARS_SHOWN = 6;
const BAR_WIDTH = 24;
const LABEL_WIDTH = 38;
const MEASURED_FIELDS = ['instruction', 'response', 'whole'] as const;

export const formatShare = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The report as lines for a person at a terminal of `columns` columns. */
export function renderReport(report: Report, style: Style, columns: number): string {
  const { levels, file } = report;
  const fields = MEASURED_FIELDS.filter((field) => field !== 'whole' || hasBothFields(levels));
  const levelLines = [
    ...fields.flatMap((field) =>
      renderLevel(`MACRO  meanings of the ${field}`, levels.macro[field], style, renderMacro),
    ),
    ...fields.flatMap((field) =>
      renderLevel(`MESO   task units of the ${field}`, levels.meso[field], style, renderMeso),
    ),
    ...fields.flatMap((field) =>
      renderLevel(`MICRO  tokens of the ${field}`, levels.micro[field], style, renderMicro),
    ),
  ];
  // Bars have to stay on their lines; sentences are left to the terminal to wrap, so that no reason is lost.
  const lines = [
    ...renderHead(report, style),
    ...levelLines.map((line) => cutToWidth(line, Math.max(40, columns))),
    ...renderWording(report.recurringWording, style),
    ...renderFlags(report, style),
    ...renderQuality(report, style),
    ...renderErrors(file, style),
    ...report.sampled.map((note) => style.dim(`note: ${harmlessText(note.message, 1000)}`)),
  ];
  return lines.join('\n') + '\n';
}

/** Of a file with one field the whole says nothing that the field does not. */
function hasBothFields({ micro }: Levels): boolean {
  return !('unmeasured' in micro.instruction) && !('unmeasured' in micro.response);
}

function renderHead({ file, fields, languages }: Report, style: Style): string[] {
  const facts = [
    formatAmount(file.rows, 'row'),
    file.shapes
      .map(({ shape, rows }) => (file.shapes.length > 1 ? `${shape} (${rows})` : shape))
      .join(', '),
    formatAmount(file.bytes, 'byte'),
  ];
  if (languages.length > 0)
    facts.push(
      languages
        .slice(0, 4)
        .map(({ language, share }) => `${language} ${formatShare(share)}`)
        .join(', '),
    );
  if (file.rowErrorCount > 0) facts.push(style.warn(formatAmount(file.rowErrorCount, 'row error')));
  const read = (['instruction', 'response', 'tags'] as const).flatMap((name) => {
    const source = fields[name];
    return source === undefined ? [] : [`${name} = ${harmlessText(source)}`];
  });
  return [
    style.bold(harmlessText(file.path, 1000)),
    facts.join(' · '),
    style.dim(read.join(' · ')),
    ...renderParts(file).map((line) => style.dim(line)),
    '',
  ];
}

function renderLevel<T extends MacroLevel | MesoLevel | MicroLevel>(
  title: string,
  level: T | Unmeasured,
  style: Style,
  body: (level: T) => { headline: string; figures: string[]; bars: readonly Bar[] },
): string[] {
  if ('unmeasured' in level) {
    return level.unmeasured.code === 'no-such-field'
      ? []
      : [style.bold(title), `  ${style.dim(level.unmeasured.message)}`, ''];
  }
  const { headline, figures, bars } = body(level);
  return [
    style.bold(title),
    `  ${style.accent(headline)}${renderInterval(level)}`,
    ...renderStanding(level).map((line) => `  ${line}`),
    `  ${figures.join(' · ')}`,
    ...renderBars(bars, style),
    '',
  ];
}

function commonFigures(level: MacroLevel | MesoLevel | MicroLevel): string[] {
  const figures: string[] = [];
  if (level.sampleCoverage !== undefined)
    figures.push(`sample coverage ${formatShare(level.sampleCoverage)}`);
  if (level.evenness !== undefined) figures.push(`evenness ${level.evenness.toFixed(2)}`);
  return figures;
}

function renderMacro(level: MacroLevel) {
  const figures = [...commonFigures(level), `Vendi Score ${level.vendiScore.toFixed(1)}`];
  if (level.meanCosineDistance !== undefined) {
    figures.push(`mean cosine distance ${level.meanCosineDistance.toFixed(3)}`);
  }
  if (level.pairs) {
    const { meanNearestDistance, novelSum, dcScore, rows } = level.pairs;
    figures.push(
      `nearest distance ${meanNearestDistance.toFixed(3)}`,
      `NovelSum ${novelSum.proximityWeighted.toFixed(3)}`,
      `DCScore ${dcScore.toFixed(1)} of ${formatCount(rows)}`,
    );
  }
  if (level.rowsWithoutTopic > 0)
    figures.push(`${formatAmount(level.rowsWithoutTopic, 'row')} without topic`);
  return {
    headline: `${formatKinds(level.hill.q1)} effective topics of ${formatCount(level.hill.q0)}`,
    figures,
    bars: level.topics.map(({ name, rows }) => ({ label: name, count: rows })),
  };
}

const MESO_WORDS: Record<MesoLevel['source'], string> = {
  tags: 'tags',
  'language-model': 'tags by a language model',
  'verb-noun': 'verb–noun pairs',
  'key-phrases': 'key phrases',
};

function renderMeso(level: MesoLevel) {
  return {
    headline: `${formatKinds(level.hill.q1)} effective ${MESO_WORDS[level.source]} of ${formatCount(level.kinds)}`,
    figures: [
      ...commonFigures(level),
      `${level.kindsPerRow.toFixed(2)} per row`,
      ...wordFigures('verbs', level.verbs),
      ...wordFigures('nouns', level.nouns),
      ...balanceFigures(level),
    ],
    bars: level.top.map(({ name, also, count }) => ({
      label: also ? `${name} (also: ${also.join(', ')})` : name,
      count,
    })),
  };
}

function wordFigures(name: string, words: MesoLevel['verbs']): string[] {
  if (!words) return [];
  return [`${formatKinds(words.hill.q1)} effective ${name} of ${formatCount(words.kinds)}`];
}

function balanceFigures({ balance }: MesoLevel): string[] {
  if (!balance) return [];
  const { overCount, underCount } = balance;
  return [`${formatCount(overCount)} over-, ${formatCount(underCount)} under-represented`];
}

function renderMicro(level: MicroLevel) {
  const distinct = level.distinct.map((share) => (share === null ? '–' : share.toFixed(3)));
  return {
    headline: `${formatKinds(level.hill.q1)} effective tokens of ${formatCount(level.types)} types`,
    figures: [
      `entropy ${level.entropyBits.toFixed(2)} bits`,
      `distinct-1/2/3 ${distinct.join(' ')}`,
      `length ${formatCount(level.length.median)} tokens (median)`,
      ...wordingFigures(level),
      ...commonFigures(level),
    ],
    bars: level.top.map(({ name, count }) => ({ label: name.trim(), count })),
  };
}

function wordingFigures({ words, compressionRatio }: MicroLevel): string[] {
  const figure = (name: string, value: number | undefined, digits: number) =>
    value === undefined ? [] : [`${name} ${value.toFixed(digits)}`];
  return [
    ...figure('MTLD', words?.mtld, 1),
    ...figure('self-repetition', words?.selfRepetition, 2),
    ...figure('compression ratio', compressionRatio, 2),
  ];
}

function renderBars(bars: readonly Bar[], style: Style): string[] {
  const shown = bars.slice(0, BARS_SHOWN);
  const largest = Math.max(1, ...shown.map(({ count }) => count));
  const lines = shown.map(({ label, count }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((BAR_WIDTH * count) / largest)));
    const name = padToWidth(cutToWidth(harmlessText(label), LABEL_WIDTH), LABEL_WIDTH);
    return `  ${name} ${padToWidth(bar, BAR_WIDTH)} ${formatCount(count)}`;
  });
  if (bars.length > shown.length)
    lines.push(style.dim(`  … and ${formatCount(bars.length - shown.length)} more`));
  return lines;
}

const ERRORS_SHOWN = 10;

function renderErrors(file: FileFacts, style: Style): string[] {
  if (file.rowErrorCount === 0) return [];
  const named = lineNames(file);
  const lines = file.rowErrors.slice(0, ERRORS_SHOWN).map(({ line, column, message }) => {
    const name = named(line);
    const place = column === undefined ? `line ${name}` : `line ${name}:${column}`;
    return `  ${place}  ${harmlessText(message, 1000)}`;
  });
  const more = file.rowErrorCount - lines.length;
  if (more > 0) lines.push(style.dim(`  … and ${formatCount(more)} more`));
  return [style.bold(`ROW ERRORS  ${formatCount(file.rowErrorCount)}`), ...lines, ''];
}
