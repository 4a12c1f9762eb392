import type { Words } from './figure.ts';

/** What it means that a row is flagged, by kind, what it does not mean, and what one can do about it. */
export const englishFlagKindWords = {
  'exact-duplicate': {
    means:
      'Rows whose compared texts are equal once case, white space and Unicode forms are made alike, as the settings say.',
    meansNot: 'Other fields of the rows, such as tags, may differ.',
    whatToDo: 'Keep the row that is named and drop the others: copies only add weight.',
  },
  'near-duplicate': {
    means:
      'Rows that share most of their short runs of words, in clusters linked by pairs above the threshold; no such pair is missed.',
    meansNot:
      'Two rows of a cluster need not be alike themselves: they may be linked through a third. A small difference may matter, such as a number.',
    whatToDo: 'Compare two rows of a cluster; raise the threshold where they should both stay.',
  },
  contained: {
    means: 'Nearly all of this row stands in a row that is at least twice as long.',
    meansNot: 'It does not say that the longer row is the better one.',
    whatToDo: 'Drop the short row unless its shorter form is what you want to teach.',
  },
  'semantic-duplicate': {
    means:
      'Rows whose embeddings are very near although their wording differs: most often paraphrases.',
    meansNot:
      'Nearness in meaning is an estimate: word order and negation hardly count, so opposites may be found too.',
    whatToDo:
      'Look at each cluster before you drop rows; raise the threshold where too much is found.',
  },
  template: {
    means:
      'Rows with the same words before and after one slot that is filled differently, at least five ways: often filled in from a template.',
    meansNot:
      'It is no fault in itself: people too begin many questions alike. Frames with two slots, or in long texts, are not looked for.',
    whatToDo:
      'Where a frame has many rows, keep a few fillings and have the others reworded, or ask your generator for other frames.',
  },
  'preference-pair': {
    means:
      'Chosen and rejected answer of a row are nearly equal, or the chosen answer is the rejected one of another row.',
    meansNot:
      'To another instruction the same answer may rightly be rejected. It does not judge which of two answers is better.',
    whatToDo:
      'Drop alike pairs unless the small difference is what you want to teach; settle contradictions under one instruction.',
  },
  'off-distribution': {
    means:
      'Rows unlike the others: far in meaning, oddly worded, in another script or language, of unusual length, rarely tagged or among rows of another label.',
    meansNot: 'Unlike is not wrong: these may be the rows that widen the data set.',
    whatToDo: 'Read them from the oddest on; drop strangers, keep what you want more of.',
  },
  quality: {
    means: 'Rows with a fault that a rule can name, such as an empty field or a cut-off end.',
    meansNot:
      'A rule may be wrong about a single row, and a row without a finding is not thereby good.',
    whatToDo: 'Start with the kinds of most rows; the section on quality explains each.',
  },
  'row-error': {
    means: 'Lines that could not be read as a row, with the reason; they count in no figure.',
    meansNot: 'It does not stop the rest of the file from being measured.',
    whatToDo: 'Mend or drop these lines before training: many loaders stop at the first of them.',
  },
} as const satisfies Readonly<Record<string, Omit<Words, 'label'>>>;

export type FlagKindWords = Readonly<
  Record<keyof typeof englishFlagKindWords, Omit<Words, 'label'>>
>;
