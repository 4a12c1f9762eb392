import { englishCompareWords } from '../webview/viewModel/compareWords.ts';
import { selectWords } from '../webview/viewModel/select/selectWords.ts';
import { mixWords, type MixWords } from '../webview/viewModel/mix/mixWords.ts';
import { trackWords, type TrackWords } from '../webview/viewModel/track/trackWords.ts';
import { createWording, type Wording } from '../webview/viewModel/wording.ts';
import { translateWords } from '../webview/words.ts';
import { reportTexts, type ReportTexts } from './reportTexts.ts';
import { englishTerminalWords, type TerminalWords } from './terminalWords.ts';

/** All words of the terminal in one language: the panel's, its own, and what it says for a report's codes. */
export interface TerminalWording extends Wording {
  readonly translate: (english: string) => string;
  readonly displayLanguage: string;
  readonly terminal: TerminalWords;
  readonly mix: MixWords;
  readonly track: TrackWords;
  readonly report: ReportTexts;
}

/** Parameters as `createWording` has them. */
export function createTerminalWording(
  translate: (english: string) => string,
  language: string,
): TerminalWording {
  const wording = createWording(translate, language);
  const studies = {
    compare: translateWords(englishCompareWords, translate),
    mix: translateWords(mixWords, translate),
    track: translateWords(trackWords, translate),
    select: translateWords(selectWords, translate),
  };
  return {
    ...wording,
    translate,
    displayLanguage: language,
    mix: studies.mix,
    track: studies.track,
    terminal: translateWords(englishTerminalWords, translate),
    report: reportTexts(wording, studies, language),
  };
}
