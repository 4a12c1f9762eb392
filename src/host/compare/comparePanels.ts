import * as vscode from 'vscode';
import { isComparePageState } from '../../webview/compareProtocol.ts';
import { panelOptions } from '../../webview/panel.ts';
import type { Disposable } from '../disposable.ts';
import {
  attachComparePanel,
  COMPARE_PANEL_TYPE,
  type ComparedUris,
  type ComparePanel,
  type ComparePanelTools,
} from './comparePanel.ts';

/** The comparisons of this window, at most one panel per pair of files. */
export interface ComparePanels extends Disposable {
  /** Reveals the panel of a pair, or opens it, and compares. Settles when the comparison does. */
  show(uris: ComparedUris): Promise<void>;
  readonly all: readonly ComparePanel[];
}

export function createComparePanels(tools: ComparePanelTools): ComparePanels {
  const panels = new Map<string, { readonly panel: ComparePanel; reveal(): void }>();
  const keyOf = ({ dataset, reference }: ComparedUris) => JSON.stringify([dataset, reference]);

  function attach(webviewPanel: vscode.WebviewPanel, uris: ComparedUris): Promise<void> {
    const key = keyOf(uris);
    const panel = attachComparePanel(webviewPanel, uris, tools);
    panels.set(key, { panel, reveal: () => webviewPanel.reveal() });
    webviewPanel.onDidDispose(() => {
      panels.delete(key);
      panel.dispose();
    });
    return panel.compare();
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(COMPARE_PANEL_TYPE, {
    deserializeWebviewPanel(webviewPanel, state: unknown) {
      if (!isComparePageState(state)) {
        webviewPanel.dispose();
        return Promise.resolve();
      }
      const { dataset, reference } = state.target;
      void attach(webviewPanel, {
        dataset: vscode.Uri.parse(dataset, true),
        reference: vscode.Uri.parse(reference, true),
      });
      return Promise.resolve();
    },
  });

  return {
    async show(uris) {
      const known = panels.get(keyOf(uris));
      if (known) {
        known.reveal();
        return known.panel.compare();
      }
      await attach(
        vscode.window.createWebviewPanel(
          COMPARE_PANEL_TYPE,
          'Strata',
          vscode.ViewColumn.Active,
          panelOptions(tools.extensionUri),
        ),
        uris,
      );
    },
    get all() {
      return Array.from(panels.values(), ({ panel }) => panel);
    },
    dispose() {
      serializer.dispose();
    },
  };
}
