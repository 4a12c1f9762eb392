import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { BigIntStats, Stats } from 'node:fs';
import { AnalysisError } from './analysisError.ts';
import { faultReason } from './faultReason.ts';
import { englishFaultWords as faults } from './faultWords.ts';
import type { InputPart } from './inputs/inputPart.ts';

/** What is inspected: a file on disk, the UTF-8 bytes of an unsaved editor, or what either of them holds as lines of JSON. */
export type ByteSource = PlainSource | ConvertedSource;

export type PlainSource =
  | FileSource
  | { readonly kind: 'memory'; readonly path: string; readonly bytes: SharedArrayBuffer };

export interface FileSource {
  readonly kind: 'file';
  /** As it was named. */
  readonly path: string;
  /** A file of ours that holds it, where there is none at the path: what came on standard input. */
  readonly spoolPath?: string;
}

/** A data set that is not a plain file of JSON lines, with the file that holds its rows as such. */
export interface ConvertedSource {
  readonly kind: 'converted';
  /** Of the file or folder that was named. */
  readonly path: string;
  /** A file of ours, for as long as the data set is in use. */
  readonly jsonLinesPath: string;
  /** Whether it was made from files on disk, or from what an editor held or came on standard input. */
  readonly madeFrom: PlainSource['kind'];
  /** Size of the files that the data set is made of. */
  readonly sourceBytes: number;
  readonly parts: readonly InputPart[];
  /** Names of the files of JSON in the folder that hold no records; absent where there are none. */
  readonly leftOut?: readonly string[];
  /** Names of the links in the folder that lead to no file; absent where there are none. */
  readonly deadLinks?: readonly string[];
}

/** Random access to the bytes of one source. Synchronous: it is used in worker threads only. */
export interface ByteReader {
  readonly byteLength: number;
  /** Whether the lines were made from another format: some stand for records that could not be read. */
  readonly isConverted?: boolean;
  /** Fills `target` from `position` on and returns the bytes read: fewer than asked for only at the end. */
  read(position: number, target: Uint8Array): number;
  /** Throws AnalysisError('file-changed') when the file is no longer the one that was opened. */
  assertUnchanged(): void;
  close(): void;
}

/**
 * Opens a source for reading.
 * @throws AnalysisError file-not-found, is-a-directory, not-readable or empty-file
 */
export function openBytes(source: ByteSource): ByteReader {
  const reader = openUnchecked(source);
  if (reader.byteLength === 0) {
    reader.close();
    throw new AnalysisError('empty-file', faults.empty, source.path);
  }
  return reader;
}

function openUnchecked(source: ByteSource): ByteReader {
  switch (source.kind) {
    case 'file':
      return openFile(fileOf(source), false);
    case 'memory':
      return openMemory(source.bytes);
    case 'converted':
      return openFile(source.jsonLinesPath, true);
  }
}

/** Where the bytes of a file stand. */
export function fileOf({ path, spoolPath }: FileSource): string {
  return spoolPath ?? path;
}

function openMemory(shared: SharedArrayBuffer): ByteReader {
  const bytes = new Uint8Array(shared);
  return {
    byteLength: bytes.length,
    read(position, target) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    assertUnchanged() {},
    close() {},
  };
}

function openFile(path: string, isConverted: boolean): ByteReader {
  assertRegularFile(path);
  const file = orThrow(path, () => openSync(path, 'r'));
  const opened = orThrow(path, () => fstatSync(file, { bigint: true }));
  return {
    byteLength: Number(opened.size),
    isConverted,
    read(position, target) {
      let filled = 0;
      while (filled < target.length) {
        const count = orThrow(path, () =>
          readSync(file, target, filled, target.length - filled, position + filled),
        );
        if (count === 0) break;
        filled += count;
      }
      return filled;
    },
    assertUnchanged() {
      // The path is asked, not the descriptor: editors save by renaming a new file over the old one.
      if (!isSameFile(opened, currentStats(path))) {
        throw new AnalysisError('file-changed', faults.changed, path);
      }
    },
    close() {
      closeSync(file);
    },
  };
}

/** Asked before opening, because opening a named pipe waits for a writer. */
function assertRegularFile(path: string): void {
  const stats = statsOf(path);
  if (stats.isDirectory()) {
    throw new AnalysisError('is-a-directory', faults.isDirectory, path);
  }
  if (!stats.isFile()) {
    throw new AnalysisError('not-readable', faults.noRegularFile, path);
  }
}

/** @throws AnalysisError file-not-found, not-readable */
export function statsOf(path: string): Stats {
  return orThrow(path, () => statSync(path));
}

function currentStats(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

function isSameFile(opened: BigIntStats, now: BigIntStats | undefined): boolean {
  return (
    now !== undefined &&
    now.size === opened.size &&
    now.mtimeNs === opened.mtimeNs &&
    now.ino === opened.ino
  );
}

function orThrow<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw asAnalysisError(path, error);
  }
}

function asAnalysisError(path: string, error: unknown): AnalysisError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AnalysisError('file-not-found', faults.notFound, path);
    case 'EISDIR':
      return new AnalysisError('is-a-directory', faults.isDirectory, path);
    case 'EACCES':
    case 'EPERM':
      return new AnalysisError('not-readable', faults.noPermission, path);
    default:
      return new AnalysisError('not-readable', faults.notReadable, path, faultReason(error));
  }
}
