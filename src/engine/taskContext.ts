import { openBytes, type ByteReader, type ByteSource } from '../data/byteReader.ts';
import type { FieldPlan } from '../data/fieldPlan.ts';
import type { EmbeddingTable } from '../metrics/embed/embeddingTable.ts';
import type { SentenceEmbedder } from '../metrics/embed/sentenceEmbedder.ts';
import { createStaticEmbedder } from '../metrics/embed/staticEmbedder.ts';
import { createMesoExtractor, type MesoExtractor } from '../metrics/meso/mesoExtractor.ts';
import {
  createBytePairTokenizer,
  type BytePairTokenizer,
} from '../metrics/text/bytePairTokenizer.ts';
import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import { loadBytePairTable } from '../metrics/text/loadBytePairTable.ts';
import { isCancelled, type CancelFlag } from './cancellation.ts';
import type { RowTags } from './rowTags.ts';

/** What every task of one pool works on; all of it is shared between the threads, none of it is copied. */
export interface TaskSetup {
  readonly source: ByteSource;
  readonly lineStarts: Float64Array;
  readonly plan: FieldPlan;
  /** 1 for every line that is measured, 0 for the others; absent where all are. */
  readonly selectedLines?: Uint8Array;
  readonly cancelFlag: CancelFlag;
  readonly rowTags?: RowTags;
}

/** The setup, and the tools that a thread makes on first use and keeps. */
export interface TaskContext {
  readonly setup: TaskSetup;
  /** Opened when it is first asked for. */
  readonly reader: ByteReader;
  /** All tasks of a pool use the same encoding. */
  readonly tokenizer: (encoding: BytePairEncoding) => Promise<BytePairTokenizer>;
  readonly embedder: (table: EmbeddingTable) => SentenceEmbedder;
  readonly mesoExtractor: () => MesoExtractor;
  readonly isCancelled: () => boolean;
  readonly close: () => void;
}

export function createTaskContext(setup: TaskSetup): TaskContext {
  let reader: ByteReader | undefined;
  let tokenizer: Promise<BytePairTokenizer> | undefined;
  let embedder: SentenceEmbedder | undefined;
  let mesoExtractor: MesoExtractor | undefined;
  return {
    setup,
    get reader() {
      return (reader ??= openBytes(setup.source));
    },
    tokenizer: (encoding) =>
      (tokenizer ??= loadBytePairTable(encoding).then(createBytePairTokenizer)),
    embedder: (table) => (embedder ??= createStaticEmbedder(table)),
    mesoExtractor: () => (mesoExtractor ??= createMesoExtractor()),
    isCancelled: () => isCancelled(setup.cancelFlag),
    close: () => reader?.close(),
  };
}
