import type { FileFacts } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatAmount.ts';
import type { TerminalWording } from './terminalWording.ts';
import type { TerminalWords } from './terminalWords.ts';

const PARTS_SHOWN = 12;

/** Of what a data set is made that is no plain file of JSON lines, and what its line numbers are. */
export function renderParts(
  { parts = [] }: Pick<FileFacts, 'parts'>,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const [first] = parts;
  if (!first) return [];
  if (parts.length === 1) return [`${kindOf(first)} · ${numbersOf(first, terminal)}`];
  const shown = parts.slice(0, PARTS_SHOWN).map((part) => {
    const from = formatCount(part.linesBefore + 1);
    const to = formatCount(part.linesBefore + part.lines);
    const name = harmlessText(part.path, 200);
    return `  ${fill(terminal.part, name, kindOf(part), from, to, numbersOf(part, terminal))}`;
  });
  const more = parts.length - shown.length;
  return [
    countOf('parts', parts.length, wording),
    ...shown,
    ...(more > 0 ? [`  ${countOf('moreFile', more, wording)}`] : []),
  ];
}

type Part = NonNullable<FileFacts['parts']>[number];

const kindOf = ({ format, compression }: Part): string =>
  compression === undefined ? format : `${format}, ${compression}`;

function numbersOf({ counted, compression }: Part, terminal: TerminalWords): string {
  if (counted === 'records') return terminal.linesAreRecords;
  return compression === undefined ? terminal.linesAreLines : terminal.linesAreUnpacked;
}
