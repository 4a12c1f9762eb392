import * as vscode from 'vscode';
import { englishSheetWords } from '../../webview/sheetWords.ts';
import { translateWords } from '../../webview/words.ts';

/** The words of a sheet's controls in VS Code's display language. */
export const sheetWording = (): ReturnType<typeof translateWords<keyof typeof englishSheetWords>> =>
  translateWords(englishSheetWords, (english) => vscode.l10n.t(english));
