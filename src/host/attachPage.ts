import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { panelHtml, type PageName } from '../webview/html.ts';
import type { Disposable } from './disposable.ts';
import { log } from './log.ts';
import { whatWentWrong } from './whatWentWrong.ts';

const MOST_TITLE_UNITS = 80;

interface Ready {
  readonly type: 'ready';
}

export interface PageOptions<In extends { readonly type: string }> {
  readonly extensionUri: vscode.Uri;
  readonly page: PageName;
  readonly title: string;
  readonly isMessage: (value: unknown) => value is In;
  /** The page is there and has nothing: it says so after it was shown for the first time, and after it was hidden. */
  readonly onReady: () => void;
  readonly handle: (message: Exclude<In, Ready>) => Promise<void> | void;
}

export interface AttachedPage<Out> extends Disposable {
  /** Whether the page has said that it takes messages, since it was last shown. */
  readonly isReady: boolean;
  /** Nothing is sent to a page that is not there: it is brought up to date when it is ready. */
  readonly post: (message: Out) => void;
}

export function panelOptions(
  extensionUri: vscode.Uri,
): vscode.WebviewOptions & vscode.WebviewPanelOptions {
  return {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map((name) => vscode.Uri.joinPath(extensionUri, name)),
  };
}

/** Puts a page of the extension into a panel and speaks with it. */
export function attachPage<In extends { readonly type: string }, Out>(
  panel: vscode.WebviewPanel,
  { extensionUri, page, title, isMessage, onReady, handle }: PageOptions<In>,
): AttachedPage<Out> {
  const { webview } = panel;
  let isReady = false;

  const subscriptions = [
    webview.onDidReceiveMessage(async (message: unknown) => {
      if (!isMessage(message)) return;
      try {
        if (isOther<In>(message)) await handle(message);
        else {
          isReady = true;
          onReady();
        }
      } catch (error) {
        log().error(`${page}, ${message.type}: ${String(error)}`);
        void vscode.window.showErrorMessage(`Strata: ${whatWentWrong(error)}`);
      }
    }),
    panel.onDidChangeViewState(() => {
      // A hidden page is gone; shown again, it starts anew and says so.
      if (!panel.visible) isReady = false;
    }),
  ];

  panel.title = harmlessText(title, MOST_TITLE_UNITS);
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  const asset = (...path: string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  webview.options = panelOptions(extensionUri);
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    scriptUri: asset('dist', 'webview.js'),
    styleUri: asset('dist', 'webview.css'),
    lang: vscode.env.language,
    title: panel.title,
    page,
  });

  return {
    get isReady() {
      return isReady;
    },
    post(message) {
      if (isReady) void webview.postMessage(message);
    },
    dispose() {
      isReady = false;
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

const isOther = <In extends { readonly type: string }>(
  message: In,
): message is Exclude<In, Ready> => message.type !== 'ready';
