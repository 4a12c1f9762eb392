import type { ByteSource } from '../../data/byteReader.ts';
import { assertOtherFile } from '../assertOtherFile.ts';
import type { CancelFlag } from '../cancellation.ts';
import { manifestPath } from '../manifestPath.ts';
import type { RecordThread } from '../recordThread.ts';
import { sharedFloat64, sharedUint8 } from '../shared.ts';
import type { Selection } from './selection.ts';

/**
 * Writes the chosen lines to a new file, byte for byte and in their order, and beside it a manifest by which anyone can make
 * the choice again.
 * @param source what was chosen from; of one that is no plain file of JSON lines the records are written as such
 * @returns where the manifest is
 * @throws AnalysisError not-writable, also where the target is the source; cancelled; file-changed
 */
export async function writeSelection(
  records: RecordThread,
  selection: Selection,
  source: ByteSource,
  targetPath: string,
  cancelFlag: CancelFlag,
): Promise<string> {
  assertOtherFile(targetPath, [source]);
  assertOtherFile(manifestPath(targetPath), [source]);
  const { chosen, file, fields, settings, inspectSettings, reference, strataVersion, notes } =
    selection;
  const kept = sharedUint8(file.lines);
  for (const { line } of chosen) kept[line - 1] = 1;
  const manifest = {
    strataVersion,
    source: {
      path: source.path,
      bytes: file.bytes,
      lines: file.lines,
      ...(file.parts && { parts: file.parts }),
    },
    target: targetPath,
    settings,
    inspectSettings,
    fields,
    ...(reference !== undefined && { reference }),
    notes,
    chosen,
  };
  const bytesDone = sharedFloat64(1);
  await records.run('copyLines', { kept, targetPath, manifest, cancelFlag, bytesDone });
  return manifestPath(targetPath);
}
