import * as vscode from 'vscode';
import type { FieldChoices } from './fieldChoices.ts';
import { log, messageOf } from './log.ts';
import { movedUri } from './movedUri.ts';
import type { Panels } from './panels.ts';
import type { Sessions } from './sessions.ts';
import type { StepMarks } from './checkList/stepMarks.ts';

export interface RenameTools {
  readonly sessions: Sessions;
  readonly panels: Pick<Panels, 'move'>;
  readonly fieldChoices: Pick<FieldChoices, 'move'>;
  readonly marks: Pick<StepMarks, 'move'>;
}

/**
 * Where VS Code renames or moves an inspected file, or a folder above it, its panel goes on with it under the new name, with
 * what the person chose; the file is inspected anew there.
 */
export function followRenames({
  sessions,
  panels,
  fieldChoices,
  marks,
}: RenameTools): vscode.Disposable {
  /** Known before: an editor that takes the new name closes the old one's tab, and so a session that only this tab shows. */
  let inspected: readonly vscode.Uri[] = [];

  async function follow(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await fieldChoices.move(from, to);
    await marks.move(from, to);
    for (const file of inspected) {
      const moved = movedUri(file, from, to);
      if (!moved) continue;
      const session = sessions.move(file, moved);
      panels.move(file, moved);
      void session.inspect();
    }
  }

  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles(() => {
      inspected = sessions.all.filter(({ state }) => state.kind !== 'idle').map(({ uri }) => uri);
    }),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) {
        try {
          await follow(oldUri, newUri);
        } catch (error) {
          log().error(`${oldUri.toString(true)}: ${messageOf(error)}`);
        }
      }
      inspected = [];
    }),
  );
}
