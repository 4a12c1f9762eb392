import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { byWeight } from '../webview/viewModel/byWeight.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { beside } from './layLines.ts';
import { lineNames } from './lineNames.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';
import { withSmallInitial } from './withSmallInitial.ts';

const LABEL_WIDTH = 31;
const COUNT_WIDTH = 8;
const PLACES_SHOWN = 3;

/** The quality findings, those of high weight first, each kind with its first lines. */
export function renderQuality(
  { quality, file }: Pick<Report, 'quality' | 'file'>,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, view } = wording;
  const named = lineNames(file);
  const lines = [
    style.bold(`${terminal.qualityTitle}  ${countOf('kind', quality.length, wording)}`),
  ];
  if (quality.length === 0) lines.push(style.dim(`  ${terminal.none}`));
  for (const { code, weight, rows, places } of byWeight(quality)) {
    const shown = places.slice(0, PLACES_SHOWN).map(({ line, excerpt }) => {
      const place = fill(terminal.line, named(line));
      if (excerpt === undefined) return place;
      return `${place} ${fill(terminal.quoted, harmlessText(excerpt, 40))}`;
    });
    const label = padToWidth(withSmallInitial(wording.quality[code].label), LABEL_WIDTH);
    const count = padToWidth(formatCount(rows), COUNT_WIDTH);
    const listed = `${shown.join(view.listSeparator)}${rows > shown.length ? ' …' : ''}`;
    const found = beside(`  ${label} ${count} `, listed, columns);
    lines.push(...(weight === 'high' ? found : found.map(style.dim)));
  }
  return [...lines, ''];
}
