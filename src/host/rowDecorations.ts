import * as vscode from 'vscode';
import type { FlagKind } from '../webview/protocol.ts';
import { inspectedDocument } from './inspectedDocument.ts';
import type { Sessions } from './sessions.ts';

/** More marks than this make an editor slow; the worst are shown. */
const MOST_DECORATIONS = 1000;

type Look = 'duplicate' | 'off-distribution' | 'quality' | 'row-error';

const LOOKS: Readonly<Record<FlagKind, Look>> = {
  'exact-duplicate': 'duplicate',
  'near-duplicate': 'duplicate',
  contained: 'duplicate',
  'semantic-duplicate': 'duplicate',
  template: 'duplicate',
  'preference-pair': 'duplicate',
  'off-distribution': 'off-distribution',
  quality: 'quality',
  'row-error': 'row-error',
};

/** Marks the flagged rows in every visible editor: background, edge, overview ruler. */
export function createRowDecorations(sessions: Sessions): vscode.Disposable {
  // The edge differs in style too: colour must not be the only sign.
  const types: Readonly<Record<Look, vscode.TextEditorDecorationType>> = {
    duplicate: decorationType('strata.duplicateRow', 'solid', vscode.OverviewRulerLane.Left),
    'off-distribution': decorationType(
      'strata.offDistributionRow',
      'dashed',
      vscode.OverviewRulerLane.Center,
    ),
    quality: decorationType('strata.qualityRow', 'dotted', vscode.OverviewRulerLane.Right),
    'row-error': decorationType('strata.rowError', 'double', vscode.OverviewRulerLane.Right),
  };

  function decorate(editor: vscode.TextEditor): void {
    const inspected = inspectedDocument(sessions, editor.document.uri);
    // An edit moves the marks with the text: they are set anew only by a new inspection.
    if (inspected && inspected.session.fate !== 'unchanged') return;
    const ranges: Record<Look, vscode.Range[]> = {
      duplicate: [],
      'off-distribution': [],
      quality: [],
      'row-error': [],
    };
    const worst = inspected?.flaggedLines.worst(MOST_DECORATIONS) ?? [];
    for (const { line: datasetLine, flag } of worst) {
      const line = inspected?.lineInDocument(datasetLine);
      if (line === undefined || line > editor.document.lineCount) continue;
      ranges[LOOKS[flag.kind]].push(new vscode.Range(line - 1, 0, line - 1, 0));
    }
    for (const look of Object.keys(types) as Look[]) {
      editor.setDecorations(types[look], ranges[look]);
    }
  }

  const decorateAll = () => {
    for (const editor of vscode.window.visibleTextEditors) decorate(editor);
  };
  return vscode.Disposable.from(
    ...Object.values(types),
    vscode.window.onDidChangeVisibleTextEditors(decorateAll),
    sessions.onDidChange(({ session, change }) => {
      const { kind } = session.state;
      if ((change === 'state' || change === 'flags') && (kind === 'done' || kind === 'failed'))
        decorateAll();
    }),
    sessions.onDidClose(decorateAll),
  );
}

function decorationType(
  color: string,
  edge: string,
  overviewRulerLane: vscode.OverviewRulerLane,
): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor(`${color}Background`),
    borderColor: new vscode.ThemeColor(`${color}Border`),
    borderStyle: edge,
    borderWidth: '0 0 0 3px',
    overviewRulerColor: new vscode.ThemeColor(`${color}Border`),
    overviewRulerLane,
  });
}
