import { createTaskContext, type TaskContext } from '../../src/engine/taskContext.ts';
import { inlineTaskPools } from '../../src/engine/taskPool.ts';
import type { RowEmbedder } from '../../src/metrics/embed/rowEmbedder.ts';
import type { EnglishTagger } from '../../src/metrics/meso/englishTagger.ts';
import type { BytePairTokenizer } from '../../src/metrics/text/bytePairTokenizer.ts';

const tokenizers = new Map<string, BytePairTokenizer>();
let embedder: RowEmbedder | undefined;
let englishTagger: Promise<EnglishTagger> | undefined;

/**
 * A pool that runs every task in the calling thread, with tools that all such pools have in common: of a small file most of the time
 * would go into making them. Each is made of the one built-in table or model, and gives the same whatever it was used for before.
 */
export const createWarmTaskPool = inlineTaskPools((setup): TaskContext => {
  const own = createTaskContext(setup);
  return {
    setup,
    get reader() {
      return own.reader;
    },
    tokenizer(encoding) {
      const known = tokenizers.get(encoding) ?? own.tokenizer(encoding);
      tokenizers.set(encoding, known);
      return known;
    },
    embedder: (table) => (embedder ??= own.embedder(table)),
    englishTagger: () => (englishTagger ??= own.englishTagger()),
    isCancelled: own.isCancelled,
    close: own.close,
  };
});
