export const INPUT_FORMATS = ['jsonl', 'json', 'csv', 'tsv', 'parquet'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
export type Compression = 'gzip' | 'zstd';

/** How a file holds its records. */
export interface InputKind {
  readonly format: InputFormat;
  readonly compression?: Compression;
}

const ENDING = /\.(jsonl|ndjson|json|csv|tsv|parquet)(?:\.(gz|zst))?$/iu;
const COMPRESSIONS: Readonly<Record<string, Compression>> = { gz: 'gzip', zst: 'zstd' };

/** What the end of a file's name promises; undefined for a name that promises no records. */
export function kindOfName(name: string): InputKind | undefined {
  const [, ending, packed] = ENDING.exec(name) ?? [];
  if (ending === undefined) return undefined;
  const known = INPUT_FORMATS.find((format) => format === ending.toLowerCase());
  const compression = packed === undefined ? undefined : COMPRESSIONS[packed.toLowerCase()];
  return { format: known ?? 'jsonl', ...(compression && { compression }) };
}

/** Bytes of a file's beginning that `compressionOf` and `isParquet` look at. */
export const MAGIC_BYTES = 4;

/** What a file is compressed by, seen from its first bytes (RFC 1952, RFC 8878). */
export function compressionOf(head: Uint8Array): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  // pzstd begins with a frame that decoders skip.
  const isSkipped = ((head[0] ?? 0) & 0xf0) === 0x50;
  return isSkipped && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18 ? 'zstd' : undefined;
}

/** Whether a file begins as Parquet does, in plain or with an encrypted footer. */
export function isParquet(head: Uint8Array): boolean {
  return ['PAR1', 'PARE'].includes(String.fromCharCode(...head.subarray(0, MAGIC_BYTES)));
}

/** Whether a file is read as it stands: JSON lines, or a name and a beginning that promise nothing else. */
export function isPlainJsonLines(name: string, head: Uint8Array): boolean {
  const format = kindOfName(name)?.format ?? 'jsonl';
  return format === 'jsonl' && compressionOf(head) === undefined && !isParquet(head);
}
