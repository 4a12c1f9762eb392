import { isAnalysisError } from '../data/analysisError.ts';
import { joinSentences } from '../webview/viewModel/wording.ts';
import { faultMessage } from './faultMessage.ts';
import { hostWording } from './hostWording.ts';

/** What went wrong and what a person can do about it, in the display language. */
export function whatWentWrong(error: unknown): string {
  const what = faultMessage(error);
  return isAnalysisError(error)
    ? joinSentences([what, hostWording().view[`todo.${error.code}`]])
    : what;
}
