import * as vscode from 'vscode';
import { translateWords } from '../webview/words.ts';

const known = new WeakMap<object, object>();

/** Words in VS Code's display language, made when they are first needed. */
export function translated<K extends string>(
  english: Readonly<Record<K, string>>,
): Readonly<Record<K, string>> {
  const made = known.get(english) ?? translateWords(english, (text) => vscode.l10n.t(text));
  known.set(english, made);
  return made as Readonly<Record<K, string>>;
}
