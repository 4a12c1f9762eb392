import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import { joinSentences } from '../webview/viewModel/wording.ts';
import { hostWording } from './hostWording.ts';
import { messageOf } from './log.ts';

/**
 * What went wrong and what a person can do about it, in the display language: the engine's own sentence, which has the figures
 * and names of the case, is English.
 */
export function whatWentWrong(error: unknown): string {
  if (!(error instanceof AnalysisError)) return messageOf(error);
  const { code, message } = error;
  const { view } = hostWording();
  const isEnglish = vscode.env.language.startsWith('en');
  const what = isEnglish ? message : vscode.l10n.t('{0}.', view[`failed.${code}`]);
  return joinSentences([what, view[`todo.${code}`]]);
}
