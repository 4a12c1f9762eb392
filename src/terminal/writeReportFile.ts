import { rename, writeFile } from 'node:fs/promises';
import { AnalysisError } from '../data/analysisError.ts';
import { exportDocument } from '../document/exportDocument.ts';
import { documentContext } from '../document/writeDocument.ts';
import type { Inspection } from '../engine/inspection.ts';
import { openSource } from './openSource.ts';
import type { InspectArguments, ReportTarget } from './parseInspectArguments.ts';
import { complain } from './print.ts';
import { translator } from './translator.ts';

/** Writes the report of an inspection to a file, whole or not at all. @throws AnalysisError where it cannot be written */
export async function writeReportFile(
  { path, format }: ReportTarget,
  { report, lineStarts }: Inspection,
  { file, selection, withTexts, language }: InspectArguments,
): Promise<void> {
  const source = await openSource(file);
  const context = documentContext(translator(language), language);
  const request = { report, source, lineStarts, selection, withTexts };
  try {
    await writeFile(`${path}.part`, await exportDocument(request, format, language, context));
    await rename(`${path}.part`, path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AnalysisError('not-writable', `The report could not be written: ${why}`);
  }
  complain(`the report is in ${path}`);
}
