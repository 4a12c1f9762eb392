import model from 'wink-eng-lite-web-model';
import winkNlp, { type PartOfSpeech } from 'wink-nlp';

/** A text as wink-nlp sees it: normalised words and their parts of speech, index by index. */
export interface TaggedText {
  /** Lower case, contractions taken apart (`don't` is `do`, `not`), spelling variants mapped; a line break is a word. */
  readonly words: readonly string[];
  readonly pos: readonly PartOfSpeech[];
  /** The dictionary form of one word, lower case; looked up when asked, since few words of a text are. */
  lemmaAt(index: number): string;
}

export type EnglishTagger = (text: string) => TaggedText;

/** What is used of wink-nlp; the types it brings say more and fit its own helpers badly. */
interface Wink {
  readonly its: {
    readonly normal: Property<string>;
    readonly pos: Property<PartOfSpeech>;
    readonly uniqueId: Property<number>;
    /** Not a string for a few words: see below. */
    readonly lemma: Property<unknown>;
  };
  readDoc(text: string): {
    tokens(): {
      out<T>(property: Property<T>): T[];
      itemAt(index: number): { out<T>(property: Property<T>): T };
    };
  };
}

/** A handle that is passed back to `out`; `T` is what `out` then gives for each word. */
type Property<T> = (...handle: never[]) => T;

/** Longer runs without white space (addresses, encoded data) say nothing of a task and are costly to take apart. */
const LONG_RUN = /(?<!\S)\S{41,}/g;

/**
 * wink-nlp remembers every new word for ever; when the words known reach this number it is loaded afresh. Its own lexicon
 * has 87,593.
 */
const MAX_KNOWN_WORDS = 400_000;

let entityModel: unknown;

/** The model, one part of which grows to twice its size whenever it is asked for: it is asked for once. */
const loadableModel = {
  ...model,
  metaCER: () => (entityModel ??= (model as { metaCER(): unknown }).metaCER()),
} as typeof model;

/**
 * Part-of-speech tagging by wink-nlp with its light English model. The model is loaded (as it is bundled, some 50 ms and 20
 * MB) when the first text is tagged. The tags of a text do not depend on the texts before it.
 */
export function createEnglishTagger(): EnglishTagger {
  let wink: Wink | undefined;
  return (text) => {
    // Tagging alone: sentence ends, negation, sentiment and entities are not asked for and would cost time.
    wink ??= winkNlp(loadableModel, ['pos']) as unknown as Wink;
    const { its } = wink;
    const tokens = wink.readDoc(text.replace(LONG_RUN, ' ')).tokens();
    const words = tokens.out(its.normal);
    const outgrown = tokens.out(its.uniqueId).some((id) => id >= MAX_KNOWN_WORDS);
    if (outgrown) wink = undefined;
    return {
      words,
      pos: tokens.out(its.pos),
      lemmaAt: (index) => {
        const lemma = tokens.itemAt(index).out(its.lemma);
        // wink looks irregular forms up in a plain object, where `constructor` is a function.
        return typeof lemma === 'string' ? lemma.toLowerCase() : words[index]!;
      },
    };
  };
}
