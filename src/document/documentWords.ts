/** The words of written reports beside those of the panel and the glossary. English is the key of the translation. */
export const englishDocumentWords = {
  checkList: 'Check-list',
  checkListNote:
    'The steps that teams are advised to take with generated training data, and what the workspace shows of them.',
  checkListStep: 'Step',
  checkListState: 'State',
  checkListEvidence: 'What shows it',
  title: 'Data set report: {0}',
  summary: 'Summary',
  textsLeftOut:
    'Without words of the rows: names of topics, tags and words are numbers, and excerpts are left out.',
  textsIncluded:
    'This report holds words and excerpts of the rows: share it as you would the data. Personal data are masked in reasons, excerpts and recurring wording where they are found whole; single words and names are not.',
  verdict: 'How diverse it is',
  flagsInNumbers: 'Flagged rows in numbers',
  rowsConcerned: 'Rows',
  shareOfRows: 'Share',
  flagsNone: 'No row was flagged.',
  flagsAbsent: 'Nothing found of: {0}.',
  verdictOf: '{0}: {1}',
  flaggedRows: 'Flagged rows',
  flagsListed: 'The {0} most severe of {1}.',
  linesOf: '{0} (lines {1})',
  andMoreLines: '{0} and {1} more',
  quality: 'Quality findings',
  finding: 'Finding',
  weight: 'Weight',
  method: 'Method',
  inputs: 'Inputs',
  file: 'File',
  bytes: 'Bytes',
  sha256: 'SHA-256',
  hashUnknown: 'not known: the file changed since it was measured',
  settings: 'Settings',
  setting: 'Setting',
  value: 'Value',
  version: 'Strata {0}, report format {1}.',
  reproducible:
    'The same file, settings and version give the same figures, on any number of threads.',
  fieldsRead: 'What was read',
  sampled: 'What was sampled',
  sampledNothing: 'Nothing was sampled: all rows were measured in full.',
  neighboursExact: 'Nearest rows were searched exactly ({0} for each row).',
  neighboursRecall:
    'Nearest rows were searched approximately ({0} for each row): {1} of the true ones were found, on a sample of {2} rows.',
  glossary: 'What the figures mean',
} as const;

export type DocumentWords = Readonly<Record<keyof typeof englishDocumentWords, string>>;
