import type { FileFacts } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { beside, joined } from './layLines.ts';
import type { TerminalWording } from './terminalWording.ts';
import type { TerminalWords } from './terminalWords.ts';

const PARTS_SHOWN = 12;

/** Of what a data set is made that is no plain file of JSON lines, and what its line numbers are. */
export function renderParts(
  { parts = [] }: Pick<FileFacts, 'parts'>,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const [first] = parts;
  if (!first) return [];
  if (parts.length === 1) return joined([kindOf(first), numbersOf(first, terminal)], columns, '');
  const shown = parts.slice(0, PARTS_SHOWN);
  const lines = shown.flatMap((part) => {
    const from = formatCount(part.linesBefore + 1);
    const to = formatCount(part.linesBefore + part.lines);
    const name = harmlessText(part.path, 200);
    const numbers = numbersOf(part, terminal);
    return beside('  ', fill(terminal.part, name, kindOf(part), from, to, numbers), columns);
  });
  const more = parts.length - shown.length;
  return [
    ...beside('', countOf('parts', parts.length, wording), columns),
    ...lines,
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
