import type { ByteReader, ByteSource } from '../data/byteReader.ts';
import type { FieldPlan } from '../data/fieldPlan.ts';
import type { EmbeddingTable } from '../metrics/embed/embeddingTable.ts';
import { createRowEmbedder, type RowEmbedder } from '../metrics/embed/rowEmbedder.ts';
import type { EnglishTagger } from '../metrics/meso/englishTagger.ts';
import {
  createBytePairTokenizer,
  type BytePairTokenizer,
} from '../metrics/text/bytePairTokenizer.ts';
import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import { isCancelled, type CancelFlag } from './cancellation.ts';
import { loadBytePairTable } from './loadBytePairTable.ts';
import { readGlosses } from './loadEmbeddingTable.ts';
import { reopenBytes } from './reopenBytes.ts';
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
  /** media/ of the package; absent where no task tokenizes. */
  readonly assetsFolder?: string;
}

/** What a thread makes on first use and keeps, whatever data set it works on. */
export interface ThreadTools {
  readonly tokenizer: (assetsFolder: string, encoding: BytePairEncoding) => BytePairTokenizer;
  /** There is one table. */
  readonly embedder: (table: EmbeddingTable) => RowEmbedder;
  readonly englishTagger: () => Promise<EnglishTagger>;
}

/** The setup of one pool, and the tools of the thread. */
export interface TaskContext {
  readonly setup: TaskSetup;
  /** Opened when it is first asked for. @throws AnalysisError as `reopenBytes` */
  readonly reader: ByteReader;
  readonly tokenizer: (encoding: BytePairEncoding) => BytePairTokenizer;
  readonly embedder: ThreadTools['embedder'];
  readonly englishTagger: ThreadTools['englishTagger'];
  readonly isCancelled: () => boolean;
  readonly close: () => void;
}

export function createThreadTools(): ThreadTools {
  const tokenizers = new Map<BytePairEncoding, BytePairTokenizer>();
  let embedder: RowEmbedder | undefined;
  let englishTagger: Promise<EnglishTagger> | undefined;
  return {
    tokenizer(assetsFolder, encoding) {
      const tokenizer =
        tokenizers.get(encoding) ??
        createBytePairTokenizer(loadBytePairTable(assetsFolder, encoding));
      tokenizers.set(encoding, tokenizer);
      return tokenizer;
    },
    embedder: (table) => (embedder ??= createRowEmbedder(table, readGlosses)),
    englishTagger: () => (englishTagger ??= loadEnglishTagger()),
  };
}

export function createTaskContext(setup: TaskSetup, tools = createThreadTools()): TaskContext {
  let reader: ByteReader | undefined;
  return {
    setup,
    get reader() {
      return (reader ??= reopenBytes(setup.source, setup.lineStarts));
    },
    tokenizer(encoding) {
      const { assetsFolder } = setup;
      if (assetsFolder === undefined) {
        throw new RangeError('got no assets, expected their folder');
      }
      return tools.tokenizer(assetsFolder, encoding);
    },
    embedder: tools.embedder,
    englishTagger: tools.englishTagger,
    isCancelled: () => isCancelled(setup.cancelFlag),
    close: () => reader?.close(),
  };
}

/** Read by the threads that come to need it: its model is large. */
async function loadEnglishTagger(): Promise<EnglishTagger> {
  const { createEnglishTagger } = await import('../metrics/meso/englishTagger.ts');
  return createEnglishTagger();
}
