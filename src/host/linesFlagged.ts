import * as vscode from 'vscode';
import { hostWording } from './hostWording.ts';

/** How many lines have any flag, in words: a broken line is no row, so that rows would be too few. */
export function linesFlagged(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 line flagged')
    : vscode.l10n.t('{0} lines flagged', hostWording().count(count));
}
