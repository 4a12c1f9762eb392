import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { AnalysisError } from '../data/analysisError.ts';
import { faultReason } from '../data/faultReason.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';

/** Writes bytes after those written before. */
export type WriteBytes = (bytes: Uint8Array) => void;

/**
 * Makes a file that has another name until it is whole: when writing fails or is given up nothing is left behind, and whatever
 * stood at the target stays. What takes the place of a file has its permissions; a link goes on leading to where it led.
 * @param fill writes everything; what it throws is thrown on
 * @param confirm called with what `fill` returned once all is on the disk, before the file takes its name; may throw
 * @throws AnalysisError not-writable with the reason
 */
export function newFile<Result>(
  targetPath: string,
  fill: (write: WriteBytes) => Result,
  confirm: (result: Result) => void = () => undefined,
): Result {
  const replaced = fileAt(targetPath);
  const path = replaced?.path ?? targetPath;
  const partialPath = `${path}.${process.pid}.part`;
  const orNotWritable = <T>(call: () => T): T => {
    try {
      return call();
    } catch (error) {
      throw new AnalysisError('not-writable', faults.cannotWrite, targetPath, faultReason(error));
    }
  };
  const file = orNotWritable(() => openSync(partialPath, 'wx'));
  const writeAll = (bytes: Uint8Array) => {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  };
  try {
    let result: Result;
    try {
      if (replaced) orNotWritable(() => fchmodSync(file, replaced.permissions));
      result = fill((bytes) => orNotWritable(() => writeAll(bytes)));
      orNotWritable(() => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    confirm(result);
    orNotWritable(() => renameSync(partialPath, path));
    return result;
  } catch (error) {
    rmSync(partialPath, { force: true });
    throw error;
  }
}

/** The file that a path leads to; undefined where there is none yet. */
function fileAt(path: string): { readonly path: string; readonly permissions: number } | undefined {
  try {
    return { path: realpathSync(path), permissions: statSync(path).mode & 0o777 };
  } catch {
    return undefined;
  }
}
