import type { ByteSource } from '../data/byteReader.ts';
import { assertOtherFile } from '../engine/assertOtherFile.ts';
import { assertWritable } from '../engine/assertWritable.ts';

/**
 * For before long work: the files that are to be written can be, and are none of those that are read.
 * @throws AnalysisError not-writable
 */
export function assertTargets(paths: readonly string[], sources: readonly ByteSource[]): void {
  for (const path of paths) {
    assertOtherFile(path, sources);
    assertWritable(path);
  }
}
