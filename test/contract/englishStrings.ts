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
import { englishSettingWords } from '../../src/engine/settingWords.ts';
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
import { matches, sourceText } from './sources.ts';

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

/** The tables of words that have no parts of their own. */
const tables: readonly Readonly<Record<string, string>>[] = [
  englishPageWords,
  englishViewWords,
  englishCompareWords,
  englishSheetWords,
  mixWords,
  trackWords,
  selectWords,
  thinWords,
  checkListWords,
  englishNoteWords,
  englishLineWords,
  englishColumnNames,
  englishSlopeWords,
  englishExperimentWords,
  englishHeadings,
  englishDocumentWords,
  englishCheckWords,
  englishTerminalWords,
  englishUsageWords,
  englishSettingWords,
  englishFaultWords,
  englishRowFaultWords,
];

/** What is said of any number but one: its other form stands beside it. */
export const saidOfSeveral: readonly string[] = tables.flatMap((words) =>
  Object.entries(words)
    .filter(([key]) => key.endsWith('Other') && `${key.slice(0, -'Other'.length)}One` in words)
    .map(([, text]) => text),
);

/** Every English text of ours that a person reads: the keys of the translations. */
export const englishStrings: readonly string[] = [
  ...new Set([
    ...hostStrings,
    ...tables.flatMap((words) => Object.values(words)),
    ...Object.values(figures).flatMap((figure) =>
      Object.values<unknown>(figure).filter((value) => typeof value === 'string'),
    ),
    OWN_MEASURE,
    PRIOR,
    ...[PROGRAM_USAGE, ...COMMANDS.map(({ usage }) => usage)].flat().flatMap(templatesOf),
    ...Object.values(englishFlagKindWords).flatMap((words) => Object.values<string>(words)),
    ...Object.values(englishQualityWords).flatMap((words) => Object.values<string>(words)),
  ]),
];
