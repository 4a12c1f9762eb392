import type { FileFacts } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { formatAmount, formatCount } from './formatAmount.ts';

const PARTS_SHOWN = 12;

/** Of what a data set is made that is no plain file of JSON lines, and what its line numbers are. */
export function renderParts({ parts = [] }: Pick<FileFacts, 'parts'>): string[] {
  const [first] = parts;
  if (!first) return [];
  if (parts.length === 1) return [`${kindOf(first)} · ${numbersOf(first)}`];
  const shown = parts.slice(0, PARTS_SHOWN).map((part) => {
    const from = formatCount(part.linesBefore + 1);
    const to = formatCount(part.linesBefore + part.lines);
    const name = harmlessText(part.path, 200);
    return `  ${name} (${kindOf(part)}) has lines ${from} to ${to}, which are ${numbersOf(part)}`;
  });
  const more = parts.length - shown.length;
  return [
    `${formatAmount(parts.length, 'file')} as one data set, whose line numbers run on from file to file:`,
    ...shown,
    ...(more > 0 ? [`  … and ${formatAmount(more, 'more file')}`] : []),
  ];
}

type Part = NonNullable<FileFacts['parts']>[number];

const kindOf = ({ format, compression }: Part): string =>
  compression === undefined ? format : `${format}, ${compression}`;

function numbersOf({ counted, compression }: Part): string {
  if (counted === 'records') return 'its records, counted from 1';
  return compression === undefined ? 'its lines' : 'its lines once unpacked';
}
