import { failureWords } from './failureWords.ts';
import { headWords } from './headWords.ts';
import { inspectionPhaseWords } from './phaseWords.ts';
import { reasonWords } from './reasonWords.ts';
import { englishScriptWords } from './scriptWords.ts';
import { verdictWords } from './verdictWords.ts';

/**
 * The words of the view model: what is said about a report. English is the key of the translation; `{0}`, `{1}` are filled
 * in with figures. Keys that end in One and Other are the forms of one phrase for a count.
 */
export const englishViewWords = {
  ...englishScriptWords,
  ...headWords,
  ...verdictWords,

  'shape.preference-conversations': 'Preference pairs (conversations)',
  'shape.preference-messages': 'Preference pairs (messages)',
  'shape.preference': 'Preference pairs',
  'shape.kto-messages': 'KTO (messages)',
  'shape.kto': 'KTO',
  'shape.messages': 'Chat (messages)',
  'shape.conversations': 'Chat (ShareGPT)',
  'shape.self-instruct': 'Self-instruct',
  'shape.alpaca': 'Alpaca',
  'shape.prompt-completion': 'Prompt and completion',
  'shape.question-answer': 'Question and answer',
  'shape.completions': 'Several completions',
  'shape.turns': 'Turns',
  'shape.sentence-pair': 'Sentence pairs',
  'shape.transcript': 'Chat written out in one text',
  'shape.text-output': 'Text and what was made of it',
  'shape.labelled-text': 'Text with a label',
  'shape.text': 'Plain text',
  'shape.fields': 'Other fields',
  'shape.own-fields': 'Other fields, chosen row by row',

  macroTitle: 'Macro: meanings',
  macroSubject: 'Topics found by grouping rows of similar meaning',
  mesoTitle: 'Meso: tasks',
  mesoSubject: 'Tags, verb–noun pairs or key phrases',
  mesoSubjectTags: 'Tags that the file gives its rows',
  mesoSubjectModel: 'Tags that a language model gave the rows',
  mesoSubjectVerbNoun: 'What is to be done with what: verb–noun pairs',
  mesoSubjectKeyPhrases: 'Key phrases of the texts',
  microTitle: 'Micro: wording',
  microSubject: 'Tokens, as a language model reads them',

  topicsOf: '{0} effective topics of {1}',
  topicsUntold: 'topics: too few different rows to tell them apart',
  tagsOf: '{0} effective tags of {1}',
  verbNounOf: '{0} effective verb–noun pairs of {1}',
  keyPhrasesOf: '{0} effective key phrases of {1}',
  tokensOf: '{0} effective tokens of {1}',

  macroOneTopic: 'No topics could be told apart: all rows count as one.',
  macroLargest: 'The largest of {0} topics takes {1} of the rows.',
  macroSentence: 'The 3 largest of {0} topics take {1} of the rows.',
  macroWithoutTopic: '{0} of the rows belong to no topic.',
  topicsFoundOn:
    'Topics were found on {0} of {1} different rows; all rows were then sorted into them.',
  mesoSentence: 'The most frequent, “{0}”, is in {1} of the rows.',
  mesoWithoutKind: '{0} of the rows have none.',
  mesoMerged:
    'Names of the same meaning count as one: {0} became {1} (cosine similarity of verbs from {2}, of other names from {3}).',
  alsoNamed: '{0} (also: {1})',
  effectiveOf: '{0} of {1}',
  microSentence:
    'The wording is as varied as if {0} different tokens were used equally often; half of the rows have {1} {1|token|tokens} or fewer.',
  ofRows: '{0} of {1}',
  coverageSentence: 'An estimated {0} of what this source produces has been seen.',

  range: '{0} ({1}–{2})',
  bits: '{0} bits',
  interval: '95%: {0}–{1}',
  atCommon: 'At {0} rows the headline would be {1}.',
  atCommonExtrapolated: 'At {0} rows, more than there are, the headline would be {1}.',
  noInterval: 'Too few rows, or too alike, for an interval.',
  tooFewForCommon:
    'Public data sets are compared at {0} rows, and these are too few to say what {0} would show. Whether they are broad or narrow stays open.',
  tooFewDifferent:
    'Public data sets are compared at {0} rows, and too few of these differ to say what {0} would show. Whether they are broad or narrow stays open.',
  moreThan: 'That is more than {0}.',
  asManyAs: 'It is about as many as {0}: the intervals overlap.',
  fewerThan: 'It is fewer than {0}.',
  yardstickNamed: '{0} ({1})',
  yardsticksMore: '{0} more',
  quoted: '“{0}”',
  listSeparator: ', ',
  largestKind: 'Half of all occurrences or more are taken by the largest of {0} {0|kind|kinds}.',
  largestKinds: 'Half of all occurrences are taken by the {0} largest of {1} kinds.',
  twiceTheRows: 'Twice as many rows of this source would bring the headline from {0} to {1}.',
  twiceTheRowsSame: 'Twice as many rows of this source would leave the headline at {0}.',
  twiceTheRead: 'On {0} rows, twice as many as were read for it, the headline would be {1}.',
  unseenKinds: 'The source has at least {0} {0|kind that was|kinds that were} not seen.',
  smallestTopics: 'The smallest topics, where a few more rows would add most: {0}.',
  topicGaps:
    'Hardly anything lies between these neighbouring topics (rows near the midpoint; near either centre): {0}.',
  topicGap: '{0} ↔ {1} ({2}; {3} and {4})',
  rareMidBand: 'Words of the mid-band that fewest rows have: {0}.',
  rareKinds:
    'Kinds in one row only: {0}; in two: {1}. A few more rows of their like would add most.',
  growthChart: 'Effective number of kinds by number of rows',
  growthValue: 'Effective number of kinds',
  growthCoverage: 'Sample coverage',
  growthLegend: 'Dashed: more rows than the file has.',
  growthBand: 'Band: 95% interval.',
  growthYardsticks: 'Diamonds: public data sets at {0} rows.',
  growthYardsticksAbove: 'Data sets far above the curve, in the table only: {0}.',
  dataSet: 'Data set',
  yardsticks: 'Against public data sets at {0} rows',
  yardstickFile: 'this file: {0}',

  macroChart: 'Largest topics by rows',
  topic: 'Topic',
  tagsChart: 'Most frequent tags by rows',
  tag: 'Tag',
  verbNounChart: 'Most frequent verb–noun pairs by rows',
  verbNoun: 'Verb–noun pair',
  ringsChart: 'Most frequent verbs, each with its most frequent nouns',
  ringsRest: '{0} of {1} verbs shown, each as wide as the nouns shown with it',
  verb: 'Verb',
  noun: 'Noun',
  pairsTable: 'Most frequent verb–noun pairs',
  pairsTableNote: 'Rows that have each pair; other names that count as it in brackets.',
  keyPhrasesChart: 'Most frequent key phrases by rows',
  keyPhrase: 'Key phrase',
  overRepresented: 'Over-represented: {0}',
  underRepresented: 'Under-represented: {0}',
  'balance.even-spread':
    'Compared with an even spread of the rows over all kinds; listed where chance would hardly do it (Poisson, 5% over all kinds).',
  'balance.independence':
    'Compared with verbs and nouns that go together by chance; listed where chance would hardly do it (Poisson, 5% over all pairs).',
  expected: 'Expected',
  coOccurrence: 'Often in one row',
  coOccurrenceNote:
    'Kinds that rows have together more often than chance, in {0} rows or more, by normalised pointwise mutual information (1: never apart).',
  lift: 'Times chance',
  npmi: 'NPMI',
  chartRest: '{0} of {1} shown',
  chartRestTable: '{0} of {1} shown; {2} in the table',
  microChart: 'How often the token of each rank occurs',
  rank: 'Rank of the token',
  occurrences: 'Occurrences',

  'unmeasured.no-such-field.instruction': 'This file has no instruction field.',
  'unmeasured.no-such-field.response': 'This file has no response field.',
  'unmeasured.no-such-field.whole': 'No text of this file can be measured.',
  'unmeasured.too-few-rows': 'Too few rows to measure: {0}.',
  'unmeasured.no-kinds': 'Nothing to count was found. Rows looked at: {0}.',
  'unmeasured.no-meaning':
    'None of {0} {0|row|rows} has a meaning that can be measured: no known word, or no vector but zeros.',

  sampledWithSeed: '{0}: {1} of {2}, drawn with seed {3}.',
  sampled: '{0}: {1} of {2}.',
  'left-out-files': 'Files left out, as they hold no records: {0}.',
  'dead-links': 'Links left out, as they lead to no file: {0}.',
  'sampled.embeddings': 'Rows compared by meaning',
  'sampled.own-embeddings':
    'Rows with embeddings of your own, kept at 8 bits a number, to which the limits set for the built-in embedder apply unchecked',
  'chosenField.instruction':
    'No row has a text in the field “{0}” chosen for the instruction. Fields of the rows: {1}.',
  'chosenField.response':
    'No row has a text in the field “{0}” chosen for the response. Fields of the rows: {1}.',
  'chosenField.tags':
    'No row has a tag in the field “{0}” chosen for the tags. Fields of the rows: {1}.',
  'chosenField.embedding':
    'No row was found with numbers in the field “{0}” chosen for embeddings: meanings are of the built-in embedder. Fields of the rows: {1}.',
  'chosenField.keep':
    'No row has a number in the field “{0}” by which the row that stays was to be chosen: the first one stays. Fields of the rows: {1}.',
  'sampled.row-pairs': 'Rows compared pair by pair, for nearest distance, NovelSum and DCScore',
  'sampled.wording': 'Rows from which usual wording was learned',
  'sampled.quality-findings': 'Quality findings listed, the first of each kind',
  'sampled.task-units': 'Rows read for tasks',
  'sampled.kinds-per-row': 'Kinds counted, the first of each row',
  'sampled.language-model-tags': 'Rows that the language model tagged',
  'sampled.compared-names': 'Names compared for synonyms, most frequent first',
  'sampled.interval-rows': 'Rows from which the width of the intervals was told',
  'sampled.words': 'Rows read for words',
  'sampled.recurring-wording': 'Rows searched for recurring wording',
  'sampled.reference-rows': 'Rows of the reference by which closeness was told',
  'sampled.languages': 'Rows whose language was told',
  'sampled.first-lines': 'Lines read so far',

  wordingSome:
    '{0} phrases of four words or more recur in {1} rows or more; the {2} that take up most text are listed.',
  wordingAll: '{0} phrases of four words or more recur in {1} rows or more.',
  wordingOne: 'One phrase of four words or more recurs in {0} rows or more.',
  wordingNone: 'No phrase of four words or more recurs in {0} rows or more.',
  mapTrust:
    'Trustworthiness {0}: how far rows that stand together here are alike in meaning, by their 10 nearest (random: about 50%).',
  mapLandmarks:
    '{0} of {1} different rows were laid out first; the others were placed among their nearest rows.',
  mapLeftOut: '{0} of {1} {1|row|rows} {0|is|are} on the map.',
  mapOthers: 'Other groups',
  mapNone: 'No group',
  mapNoFlag: 'Not flagged',
  mapUnknown: 'Not looked at',
  'grouping.topic': 'Topic',
  'grouping.flag': 'Flag',
  'grouping.tag': 'Tag',
  'grouping.file': 'File',
  'grouping.shape': 'Shape',
  'grouping.language': 'Language',
  groupingSampled: '{0} (of {1} of {2} rows)',
  filterValue: '{0} ({1})',
  selectionSentence:
    'The selection has {0} {0|row|rows}, the whole file {1}. Diversity grows with the number of rows: compare the figures at the common number of rows where both have them.',
  selectionEmpty: 'No row meets these conditions. Leave one of them out.',
  selectionLines: 'Lines are written as 1-500 or 7, 20-30, 900-.',

  'unread.instruction':
    'No row has text in “{0}”, the field named as instruction: none is measured.',
  'unread.response': 'No row has text in “{0}”, the field named as response: none is measured.',
  'unread.tags': 'No row has tags in “{0}”, the field named for them: none are counted.',
  flagsDuplicates: 'Rows in duplicate clusters: {0} of {1} ({2}).',
  flagsContained: 'Rows that stand inside a longer one: {0}.',
  flagsSemantic: 'Rows near in meaning only: {0}.',
  flagsTemplates: 'Rows in template families: {0}.',
  flagsPreference: 'Findings in {0} preference {0|pair|pairs}: {1}.',
  precisionNote:
    'Of pairs this alike, {0} meant roughly the same where people judged them: in Japanese captions of pictures. In your texts it may be another share. Word order counts for nothing here.',
  flagsOff: 'Off-distribution rows: {0}.',
  flagsQuality: 'Rows with quality findings: {0}.',
  flagsErrors: 'Broken lines: {0}.',
  rowErrorReason: 'What is wrong',
  rowErrorColumn: 'Column',
  rowErrorsListed: 'The first {0} of {1} {1|row error|row errors} {0|is|are} listed.',

  qualitySentence:
    'Kinds of quality findings: {0}, of which important: {1}. Text of the file is never sent anywhere for this.',
  'qualityWeight.high': 'Important',
  'qualityWeight.low': 'Worth a look',
  qualityRest: 'Rows besides these: {0}. The table of flagged rows lists them.',
  qualityRestListed: 'Rows besides these: {0}, of which in the table of flagged rows: {1}.',

  ...reasonWords,
  ...inspectionPhaseWords,
  ...failureWords,
} as const;

export type ViewWords = Readonly<Record<keyof typeof englishViewWords, string>>;
