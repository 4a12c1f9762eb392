import * as vscode from 'vscode';
import type { JobName } from '../../engine/jobs/registry.ts';
import { isSheetState, type Settled } from '../../webview/sheetProtocol.ts';
import { panelOptions } from '../attachPage.ts';
import type { Disposable } from '../disposable.ts';
import { attachSheet, type Sheet, type SheetTools } from './attachSheet.ts';
import type { StudyKind } from './study.ts';

/** The sheets of one kind of study in this window, at most one per list of files. */
export interface SheetPanels extends Disposable {
  /** Reveals the panel of the files, or opens it, and runs the study. Settles when the study has ended. */
  show(uris: readonly vscode.Uri[]): Promise<void>;
  readonly all: readonly Sheet[];
}

export function createSheetPanels<Name extends JobName>(
  kind: StudyKind<Name>,
  tools: SheetTools,
): SheetPanels {
  const panels = new Map<string, { readonly sheet: Sheet; reveal(): void }>();
  const keyOf = (uris: readonly vscode.Uri[]) => JSON.stringify(uris.map((uri) => uri.toString()));

  function attach(
    panel: vscode.WebviewPanel,
    uris: readonly vscode.Uri[],
    settled?: Settled,
  ): Promise<void> {
    const key = keyOf(uris);
    const sheet = attachSheet(panel, kind, uris, tools, settled);
    const entry = { sheet, reveal: () => panel.reveal() };
    panels.set(key, entry);
    panel.onDidDispose(() => {
      if (panels.get(key) === entry) panels.delete(key);
      sheet.dispose();
    });
    return sheet.run();
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(kind.panelType, {
    deserializeWebviewPanel(panel, state: unknown) {
      const uris = isSheetState(state)
        ? state.target.map((uri) => vscode.Uri.parse(uri, true))
        : [];
      const known = panels.get(keyOf(uris));
      if (isSheetState(state) && !known) void attach(panel, uris, state.settled);
      else {
        // VS Code brings a hidden tab back when it is looked at, and the person may have begun the study anew before.
        panel.dispose();
        known?.reveal();
      }
      return Promise.resolve();
    },
  });

  return {
    async show(uris) {
      const known = panels.get(keyOf(uris));
      if (known) {
        known.reveal();
        return known.sheet.run();
      }
      const { extensionUri } = tools;
      const { Active } = vscode.ViewColumn;
      const options = panelOptions(extensionUri);
      await attach(
        vscode.window.createWebviewPanel(kind.panelType, 'Strata', Active, options),
        uris,
      );
    },
    get all() {
      return Array.from(panels.values(), ({ sheet }) => sheet);
    },
    dispose() {
      serializer.dispose();
    },
  };
}
