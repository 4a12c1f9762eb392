import * as vscode from 'vscode';
import { englishCompareWords, type CompareWords } from '../../webview/viewModel/compareWords.ts';
import { translateWords } from '../../webview/words.ts';

let words: CompareWords | undefined;

/** The comparison's words in VS Code's display language, made when they are first needed. */
export function compareWording(): CompareWords {
  words ??= translateWords(englishCompareWords, (english) => vscode.l10n.t(english));
  return words;
}
