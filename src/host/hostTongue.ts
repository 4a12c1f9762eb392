import * as vscode from 'vscode';
import { createTongue } from '../engine/experiments/createTongue.ts';
import type { Tongue } from '../engine/experiments/noteSentence.ts';

let tongue: Tongue | undefined;

/** The tongue of what is said of training runs in VS Code's display language, made when it is first needed. */
export function hostTongue(): Tongue {
  tongue ??= createTongue((english) => vscode.l10n.t(english), vscode.env.language);
  return tongue;
}
