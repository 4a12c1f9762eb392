import type { Report } from '../engine/report.ts';
import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { padToWidth } from './columnWidth.ts';
import { formatAmount, formatCount } from './formatAmount.ts';
import { lineNames } from './lineNames.ts';
import type { Style } from './style.ts';

const LABELS: Readonly<Record<QualityCode, string>> = {
  'empty-field': 'empty field',
  'response-equals-instruction': 'response equals instruction',
  'response-in-instruction': 'response stands in instruction',
  refusal: 'refusal',
  boilerplate: 'boilerplate phrase',
  'truncated-end': 'truncated end',
  'repeated-loop': 'repeats itself in a loop',
  placeholder: 'placeholder not filled in',
  mojibake: 'wrongly decoded characters',
  'role-order': 'turns out of order',
  'missing-assistant': 'no answer of the assistant',
  'tool-call-json': 'tool call is no JSON',
  'duplicate-id': 'identifier used before',
  'contradictory-label': 'equal text, other label',
  'email-address': 'e-mail address',
  'phone-number': 'phone number',
  'card-number': 'payment card number',
  'secret-key': 'secret key',
};
const LABEL_WIDTH = 31;
const COUNT_WIDTH = 8;
const PLACES_SHOWN = 3;

/** The quality findings, those of high weight first, each kind with its first lines. */
export function renderQuality(
  { quality, file }: Pick<Report, 'quality' | 'file'>,
  style: Style,
): string[] {
  const named = lineNames(file);
  const lines = [style.bold(`QUALITY FINDINGS  ${formatAmount(quality.length, 'kind')}`)];
  if (quality.length === 0) lines.push(style.dim('  none found'));
  const byWeight = quality.toSorted(
    (a, b) => Number(b.weight === 'high') - Number(a.weight === 'high'),
  );
  for (const { code, weight, rows, places } of byWeight) {
    const shown = places.slice(0, PLACES_SHOWN).map(({ line, excerpt }) => {
      const place = `line ${named(line)}`;
      return excerpt === undefined ? place : `${place} “${harmlessText(excerpt, 40)}”`;
    });
    const label = padToWidth(LABELS[code], LABEL_WIDTH);
    const count = padToWidth(formatCount(rows), COUNT_WIDTH);
    const line = `  ${label} ${count} ${shown.join(', ')}${rows > shown.length ? ' …' : ''}`;
    lines.push(weight === 'high' ? line : style.dim(line));
  }
  return [...lines, ''];
}
