import { expect, test } from 'vitest';
import { figures, OWN_MEASURE } from '../../src/glossary/figures.ts';
import { englishCheckWords } from '../../src/check/checkWords.ts';
import { englishFaultWords } from '../../src/data/faultWords.ts';
import { englishRowFaultWords } from '../../src/data/rowFaultWords.ts';
import type { Sentence } from '../../src/data/sentence.ts';
import { COMMANDS } from '../../src/terminal/commands.ts';
import { PROGRAM_USAGE } from '../../src/terminal/programUsage.ts';
import { englishUsageWords } from '../../src/terminal/usageWords.ts';
import type { UsagePart } from '../../src/terminal/usage.ts';
import { englishTerminalWords } from '../../src/terminal/terminalWords.ts';
import { englishDocumentWords } from '../../src/document/documentWords.ts';
import { englishHeadings } from '../../src/glossary/headings.ts';
import { englishFlagKindWords } from '../../src/glossary/flagKindWords.ts';
import { englishQualityWords } from '../../src/glossary/qualityWords.ts';
import {
  englishColumnNames,
  englishLineWords,
  englishNoteWords,
  PRIOR,
} from '../../src/engine/experiments/noteWords.ts';
import { englishSlopeWords } from '../../src/engine/experiments/slopeWords.ts';
import { englishCompareWords } from '../../src/webview/viewModel/compareWords.ts';
import { mixWords } from '../../src/webview/viewModel/mix/mixWords.ts';
import { selectWords } from '../../src/webview/viewModel/select/selectWords.ts';
import { thinWords } from '../../src/webview/viewModel/thin/thinWords.ts';
import { checkListWords } from '../../src/webview/viewModel/checkList/checkListWords.ts';
import { trackWords } from '../../src/webview/viewModel/track/trackWords.ts';
import { englishSheetWords } from '../../src/webview/sheetWords.ts';
import { englishPageWords } from '../../src/webview/words.ts';
import { englishExperimentWords } from '../../src/webview/viewModel/experiments/experimentWords.ts';
import { englishViewWords } from '../../src/webview/viewModel/viewWords.ts';
import { matches, readJson, sourceText } from './sources.ts';

const japanese = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;

/** The literals given to vscode.l10n.t; the words of the view model come from their own lists. */
const hostStrings = matches(sourceText('src'), /l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g).map((literal) =>
  literal.replace(/\\(.)/g, '$1'),
);

/** What is translated of a part of the help of the terminal. */
function templatesOf(part: UsagePart): string[] {
  if ('synopsis' in part) return [];
  const tellings = 'text' in part ? [part.text] : part.entries.map(([, what]) => what);
  return tellings.flatMap((what) => (typeof what === 'string' ? [what] : templatesIn(what)));
}

const templatesIn = ({ template, values }: Sentence): string[] => [
  template,
  ...values.flatMap((value) => (typeof value === 'string' ? [] : templatesIn(value))),
];

const english = [
  ...new Set([
    ...hostStrings,
    ...Object.values(englishPageWords),
    ...Object.values(englishViewWords),
    ...Object.values(englishCompareWords),
    ...Object.values(englishSheetWords),
    ...Object.values(mixWords),
    ...Object.values(trackWords),
    ...Object.values(selectWords),
    ...Object.values(thinWords),
    ...Object.values(checkListWords),
    ...Object.values(figures).flatMap((figure) =>
      Object.values<unknown>(figure).filter((value) => typeof value === 'string'),
    ),
    OWN_MEASURE,
    ...Object.values(englishNoteWords),
    ...Object.values(englishLineWords),
    ...Object.values(englishColumnNames),
    ...Object.values(englishSlopeWords),
    PRIOR,
    ...Object.values(englishExperimentWords),
    ...Object.values(englishHeadings),
    ...Object.values(englishDocumentWords),
    ...Object.values(englishCheckWords),
    ...Object.values(englishTerminalWords),
    ...Object.values(englishUsageWords),
    ...Object.values(englishFaultWords),
    ...Object.values(englishRowFaultWords),
    ...[PROGRAM_USAGE, ...COMMANDS.map(({ usage }) => usage)].flat().flatMap(templatesOf),
    ...Object.values(englishFlagKindWords).flatMap((words) => Object.values<string>(words)),
    ...Object.values(englishQualityWords).flatMap((words) => Object.values<string>(words)),
  ]),
];

test('every word that a person reads has its Japanese', () => {
  expect(english.filter((key) => !japanese[key])).toEqual([]);
});

test('no Japanese is left over for words that are gone', () => {
  expect(Object.keys(japanese).filter((key) => !english.includes(key))).toEqual([]);
});

test('a translation has the same places for figures as its English', () => {
  const places = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();
  for (const [key, translation] of Object.entries(japanese)) {
    expect(places(translation), key).toEqual(places(key));
  }
});

/** What is called the same in Japanese: formats, measures, and the names of programs. */
const SAME = [
  ...['KTO (messages)', 'KTO', 'Self-instruct', 'Alpaca', 'SHA-256', 'interleave_datasets'],
  ...['NPMI', 'NovelSum', 'DCScore', 'Distinct-1 / 2 / 3', 'EAD', 'MATTR', 'MTLD', 'HD-D'],
  ...['MAUVE', 'MMD²', 'distinct-1/2/3 {0}', 'Jaccard ≥ {0}'],
];

test('a translation is Japanese, but for names', () => {
  const untranslated = Object.entries(japanese).filter(
    ([, text]) => /[A-Za-z]{2}/u.test(text) && !/[ぁ-んァ-ヶ一-龠]/u.test(text),
  );
  expect(untranslated.map(([key]) => key).sort()).toEqual(SAME.toSorted());
});
