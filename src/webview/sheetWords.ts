import { englishMapWords } from './mapWords.ts';
import { englishPageWords } from './words.ts';

/** The words of a sheet's own controls; English is the key of the translation. `{0}`, `{1}` are filled in by the page. */
export const englishSheetWords = {
  ...englishMapWords,
  cancel: 'Cancel',
  sections: 'Sections of the page',
  openLineOf: 'Open line {0} of {1}',
  lineOfFile: '{0} line {1}',
  rowsOfFile: '{0}: {1}',
  figuresBefore: 'What stands below is of the run before.',
  copied: 'Copied',
  compareRows: 'Show both rows',
  progress: '{0}% done',
  showAsTable: 'Show as table',
  series: 'Curve',
  band: 'Band',
  explain: englishPageWords.explain,
  means: englishPageWords.means,
  range: englishPageWords.range,
  meansNot: englishPageWords.meansNot,
  whatToDo: englishPageWords.whatToDo,
  formula: englishPageWords.formula,
  source: englishPageWords.source,
} as const;

export type SheetWords = Readonly<Record<keyof typeof englishSheetWords | 'again', string>>;
