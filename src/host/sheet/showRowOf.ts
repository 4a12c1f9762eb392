import type * as vscode from 'vscode';
import { createRecordThread, type InspectedFile } from '../../engine/recordThread.ts';
import type { ComparedRecords } from '../compare/comparedRecords.ts';

/** Shows a row of a file that has no line in an editor. @param line 1-based, of the data set */
export async function showRowOf(
  file: InspectedFile,
  uri: vscode.Uri,
  line: number,
  records: ComparedRecords,
): Promise<void> {
  const thread = createRecordThread(file);
  try {
    await records.show({ thread, uri, line });
  } finally {
    thread.close();
  }
}
