import * as vscode from 'vscode';
import { movedUri } from './movedUri.ts';

/** What is kept by the addresses of files, after a file or folder was renamed; undefined where nothing of it is concerned. */
export function movedKeys<Value>(
  kept: Readonly<Record<string, Value>>,
  from: vscode.Uri,
  to: vscode.Uri,
): Readonly<Record<string, Value>> | undefined {
  const newKey = (key: string) => movedUri(vscode.Uri.parse(key), from, to)?.toString() ?? key;
  const entries = Object.entries(kept);
  const moved = entries.map(([key, value]): [string, Value] => [newKey(key), value]);
  const isConcerned = moved.some(([key], at) => key !== entries[at]?.[0]);
  return isConcerned ? Object.fromEntries(moved) : undefined;
}
