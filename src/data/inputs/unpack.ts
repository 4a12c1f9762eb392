import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { AnalysisError, isAnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import type { Compression } from './inputKind.ts';
import { zstdFrames } from './zstdFrames.ts';

export type Blocks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Bytes given to the decoder at a time: what they unpack to is held at once. */
const SLICE_BYTES = 16 * 1024;
const UNPACKED_BYTES = 256 * 1024;
/** What decoders have to be able to go back (RFC 8878 asks for 8 MiB; `zstd --long` takes 128). */
const LONGEST_WINDOW_BYTES = 128 * 1024 * 1024;

/**
 * The unpacked bytes of a compressed file, streamed.
 * @param path for messages
 * @param check asked with the bytes unpacked so far; may throw
 * @throws AnalysisError unusable-input where the file is cut off or not what it says
 */
export async function* unpack(
  blocks: Blocks,
  compression: Compression | undefined,
  path: string,
  check: (unpacked: number) => void,
): AsyncGenerator<Uint8Array> {
  if (compression === undefined) {
    yield* blocks;
    return;
  }
  const unpacked = compression === 'gzip' ? gunzip(blocks, check) : unzstd(blocks, path, check);
  try {
    yield* unpacked;
  } catch (error) {
    if (isAnalysisError(error) || !(error instanceof Error)) throw error;
    throw damaged(path, compression, isCutOff(error));
  }
}

async function* gunzip(
  blocks: Blocks,
  check: (unpacked: number) => void,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(blocks);
  const decoder = createGunzip({ chunkSize: UNPACKED_BYTES });
  source.on('error', (error) => decoder.destroy(error));
  source.pipe(decoder);
  let bytes = 0;
  try {
    for await (const chunk of decoder) {
      const part = chunk as Buffer;
      check((bytes += part.length));
      yield part;
    }
  } finally {
    source.destroy();
    decoder.destroy();
  }
}

async function* unzstd(
  blocks: Blocks,
  path: string,
  check: (unpacked: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let parts: Uint8Array[] = [];
  const decoder = new Decompress((part) => {
    check((bytes += part.length));
    if (part.length > 0) parts.push(part);
  });
  // The decoder sets aside the window that a frame's header asks for, before it has seen any of its data.
  const follow = zstdFrames((windowBytes) => {
    if (windowBytes <= LONGEST_WINDOW_BYTES) return;
    throw new AnalysisError('unusable-input', faults.largeWindow, path);
  });
  for await (const block of blocks) {
    for (let at = 0; at < block.length; at += SLICE_BYTES) {
      const slice = block.subarray(at, at + SLICE_BYTES);
      follow(slice);
      decoder.push(slice);
      yield* parts;
      parts = [];
    }
  }
  decoder.push(new Uint8Array(0), true);
  yield* parts;
}

function isCutOff(error: Error & { readonly code?: unknown }): boolean {
  return error.code === 'Z_BUF_ERROR' || /unexpected (?:EOF|end)/iu.test(error.message);
}

function damaged(path: string, compression: Compression, cutOff: boolean): AnalysisError {
  return new AnalysisError(
    'unusable-input',
    cutOff ? faults.packedCutOff : faults.packedDamaged,
    path,
    compression,
  );
}
