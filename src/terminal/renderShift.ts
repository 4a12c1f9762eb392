import { isCompared, type Comparison, type ShiftTestName } from '../engine/compare/comparison.ts';
import { formatAmount } from './formatAmount.ts';
import type { Style } from './style.ts';

const TEST_NAMES: Readonly<Record<ShiftTestName, string>> = {
  meanings: 'classifier: meaning',
  wording: 'classifier: tokens',
  tokens: 'tokens',
  units: 'tags or task units',
  topics: 'topics',
};

/** The verdict as one sentence, with what it rests on. */
export function verdictSentence({ verdict }: Comparison): string {
  const rows = `${formatAmount(verdict.rows.dataset, 'row')} against ${verdict.rows.reference.toLocaleString('en-US')}`;
  switch (verdict.code) {
    case 'shifted':
      return `Shifted: the two do not come from one source (${verdict.beyondChance.map((name) => TEST_NAMES[name]).join(', ')}; p ≤ ${verdict.adjustedPValue.toFixed(3)}; ${rows}).`;
    case 'no-shift-seen':
      return `No shift seen: the two differ no more than two draws from one source (${rows}).`;
    case 'no-shift-seen-in-few-rows':
      return `No shift seen, but so few rows would show a large one only (${rows}).`;
    case 'too-few-rows':
      return `Too few rows to say whether the two differ (${rows}).`;
  }
}

export function renderShift(comparison: Comparison, style: Style): string[] {
  const { shift } = comparison;
  const tests = (Object.keys(TEST_NAMES) as ShiftTestName[]).flatMap((name) => {
    const found = shift[name];
    if (!found) return [];
    const { expected, deviation, pValue } = found;
    const measured =
      'areaUnderRoc' in found
        ? `area under ROC ${found.areaUnderRoc.toFixed(3)} (95 %: ${found.interval.low.toFixed(3)}–${found.interval.high.toFixed(3)})`
        : `Jensen–Shannon divergence ${found.divergenceBits.toFixed(4)} bits`;
    const digits = 'areaUnderRoc' in found ? 3 : 4;
    return [
      `  ${TEST_NAMES[name].padEnd(20)} ${measured}; without a shift ${expected.toFixed(digits)} ± ${deviation.toFixed(digits)}; p = ${pValue.toFixed(3)}`,
    ];
  });
  return [style.bold('SHIFT'), ...tests, '', ...renderOverlap(comparison, style)];
}

function renderOverlap({ overlap }: Comparison, style: Style): string[] {
  const title = style.bold('OVERLAP  of meanings');
  if (!isCompared(overlap)) return [title, `  ${style.dim(overlap.uncompared.message)}`, ''];
  const { balls, mauve, discrepancy } = overlap;
  const share = (value: number) => value.toFixed(3);
  return [
    title,
    `  precision ${share(balls.precision)} · recall ${share(balls.recall)} · density ${share(balls.density)} (1 of one source) · coverage ${share(balls.coverage)} (${share(balls.expectedCoverage)} of one source)`,
    `  MAUVE ${share(mauve.mauve)} (${share(mauve.expected)} by chance) · MMD² ${discrepancy.discrepancy.toFixed(5)} (${discrepancy.expected.toFixed(5)} ± ${discrepancy.deviation.toFixed(5)} by chance; p = ${share(discrepancy.pValue)})`,
    '',
  ];
}
