import { exportDocument } from '../document/exportDocument.ts';
import { documentContext } from '../document/writeDocument.ts';
import type { Inspection } from '../engine/inspection.ts';
import { newFile } from '../engine/newFile.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { InspectArguments, ReportTarget } from './parseInspectArguments.ts';
import { complain } from './print.ts';
import type { TerminalContext } from './terminalContext.ts';

/** Writes the report of an inspection to a file, whole or not at all. @throws AnalysisError where it cannot be written */
export async function writeReportFile(
  { path, format }: ReportTarget,
  { report, lineStarts }: Inspection,
  { file, selection, withTexts }: InspectArguments,
  context: TerminalContext,
): Promise<void> {
  const { translate, displayLanguage, terminal } = context.wording;
  const source = await context.sources.open(file);
  const words = documentContext(translate, displayLanguage);
  const request = { report, source, lineStarts, selection, withTexts };
  const text = await exportDocument(request, format, displayLanguage, words);
  newFile(path, (write) => write(Buffer.from(text)));
  complain(fill(terminal.reportWritten, path), context);
}
