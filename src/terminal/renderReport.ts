import type { ByField, Levels, MesoLevel, Report, Unmeasured } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { MEASURED_FIELDS } from '../webview/panelTerms.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { formatShare } from './formatShare.ts';
import { beside, joined } from './layLines.ts';
import {
  macroBody,
  mesoBody,
  microBody,
  type LevelBody,
  type MeasuredLevel,
} from './levelBodies.ts';
import { renderErrors } from './renderErrors.ts';
import { renderFlags } from './renderFlags.ts';
import { renderLevel } from './renderLevel.ts';
import { renderParts } from './renderParts.ts';
import { renderQuality } from './renderQuality.ts';
import { renderWording } from './renderWording.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

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
  const renderFields = <T extends MeasuredLevel>(
    title: string,
    level: ByField<T>,
    body: (level: T, wording: TerminalWording) => LevelBody,
  ) => fields.flatMap((field) => renderLevel(title, field, level[field], context, body));
  const levelLines = [
    ...renderFields(terminal.macroTitle, levels.macro, macroBody),
    ...(haveSameTags(fields.map((field) => levels.meso[field]))
      ? renderLevel(terminal.tagsTitle, 'whole', levels.meso.whole, context, mesoBody)
      : renderFields(terminal.mesoTitle, levels.meso, mesoBody)),
    ...renderFields(terminal.microTitle, levels.micro, microBody),
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
    ...beside('', terminal.explained, columns).map(style.dim),
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
