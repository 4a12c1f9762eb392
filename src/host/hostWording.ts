import * as vscode from 'vscode';
import { createWording, type Wording } from '../webview/viewModel/wording.ts';

let wording: Wording | undefined;

/** The words of the view model in VS Code's display language, made when they are first needed. */
export function hostWording(): Wording {
  wording ??= createWording((english) => vscode.l10n.t(english), vscode.env.language);
  return wording;
}
