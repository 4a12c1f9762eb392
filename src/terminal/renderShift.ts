import { isCompared, type Comparison, type ShiftTestName } from '../engine/compare/comparison.ts';
import { withMinus } from '../metrics/text/withMinus.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { beside, BETWEEN, joined } from './layLines.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const TESTS: readonly ShiftTestName[] = ['meanings', 'wording', 'tokens', 'units', 'topics'];
const NAME_WIDTH = 20;

/** The verdict as one sentence, with what it rests on. */
export function verdictSentence({ verdict }: Comparison, wording: TerminalWording): string {
  const { terminal, view } = wording;
  const reference = formatCount(verdict.rows.reference);
  const rows = countOf('rowAgainst', verdict.rows.dataset, wording, reference);
  if (verdict.code !== 'shifted') return fill(terminal[`verdict.${verdict.code}`], rows);
  const names = verdict.beyondChance.map((name) => terminal[`test.${name}`]);
  return fill(
    terminal['verdict.shifted'],
    names.join(view.listSeparator),
    verdict.adjustedPValue.toFixed(3),
    rows,
  );
}

export function renderShift(
  comparison: Comparison,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { shift } = comparison;
  const { terminal } = wording;
  const tests = TESTS.flatMap((name) => {
    const found = shift[name];
    if (!found) return [];
    const { expected, deviation } = found;
    const p = found.pValue.toFixed(3);
    const measured =
      'areaUnderRoc' in found
        ? fill(
            terminal.areaUnderRoc,
            ...[
              found.areaUnderRoc,
              found.interval.low,
              found.interval.high,
              expected,
              deviation,
            ].map((value) => value.toFixed(3)),
            p,
          )
        : fill(
            terminal.divergence,
            ...[found.divergenceBits, expected, deviation].map((value) => value.toFixed(4)),
            p,
          );
    return beside(`  ${padToWidth(terminal[`test.${name}`], NAME_WIDTH)} `, measured, columns);
  });
  return [
    style.bold(terminal.shiftTitle),
    ...tests,
    '',
    ...renderOverlap(comparison, style, columns, wording),
  ];
}

function renderOverlap(
  { overlap }: Comparison,
  style: Style,
  columns: number,
  { terminal, report }: TerminalWording,
): string[] {
  const title = style.bold(terminal.overlapTitle);
  if (!isCompared(overlap)) {
    return [title, ...beside('  ', report.uncompared(overlap), columns).map(style.dim), ''];
  }
  const { balls, mauve, discrepancy } = overlap;
  const { precision, recall, density, coverage, expectedCoverage } = balls;
  const ofBalls = [precision, recall, density, coverage, expectedCoverage];
  const lines = [
    fill(terminal.overlapOfBalls, ...ofBalls.map((value) => value.toFixed(3))),
    fill(
      terminal.overlapByChance,
      mauve.mauve.toFixed(3),
      mauve.expected.toFixed(3),
      withMinus(discrepancy.discrepancy.toFixed(5)),
      withMinus(discrepancy.expected.toFixed(5)),
      discrepancy.deviation.toFixed(5),
      discrepancy.pValue.toFixed(3),
    ),
  ];
  return [title, ...lines.flatMap((line) => joined(line.split(BETWEEN), columns)), ''];
}
