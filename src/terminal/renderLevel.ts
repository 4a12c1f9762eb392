import type { Report, Unmeasured } from '../engine/report.ts';
import type { MeasuredField } from '../webview/panelTerms.ts';
import { isRowSample } from '../webview/viewModel/isRowSample.ts';
import { verdictView } from '../webview/viewModel/verdictView.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { columnWidth } from './columnWidth.ts';
import { beside, joined } from './layLines.ts';
import type { LevelBody, MeasuredLevel } from './levelBodies.ts';
import { renderBars } from './renderBars.ts';
import { formatKinds, renderInterval, renderStanding } from './renderStanding.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

/** What the lines of a level are written with. */
export interface LevelContext {
  readonly style: Style;
  readonly columns: number;
  readonly wording: TerminalWording;
  readonly sampled: Report['sampled'];
}

/** A level of one field; why it was not measured, where the file has the field. */
export function renderLevel<T extends MeasuredLevel>(
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
