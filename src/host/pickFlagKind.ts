import * as vscode from 'vscode';
import { FLAG_KINDS, type FlagKind } from '../webview/protocol.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { countFlags } from '../webview/viewModel/queryFlags.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';

interface KindItem extends vscode.QuickPickItem {
  readonly flagKind: FlagKind;
}

/** Asks for one of the kinds of flags that a file has. */
export async function pickFlagKind(
  flags: readonly FlagEntry[],
  title: string,
): Promise<FlagKind | undefined> {
  const picked = await vscode.window.showQuickPick(kindItems(flags), { title });
  return picked?.flagKind;
}

function kindItems(flags: readonly FlagEntry[]): KindItem[] {
  const counts = countFlags(flags);
  return FLAG_KINDS.filter((kind) => counts[kind].lines > 0).map((kind) => ({
    flagKind: kind,
    label: flagKindName(kind),
    description: hostWording().count(counts[kind].lines),
  }));
}
