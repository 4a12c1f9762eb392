import * as vscode from 'vscode';
import { hostWording } from '../hostWording.ts';
import { AnalysisError } from '../../data/analysisError.ts';
import { defaultSettings } from '../../engine/defaultSettings.ts';
import type { RecordThread } from '../../engine/recordThread.ts';
import { columnBeside } from '../columnBeside.ts';
import type { Disposable } from '../disposable.ts';
import { fileNameOf } from '../fileNameOf.ts';

const SCHEME = 'strata-compared';
/** Rows kept for documents that are open. */
const MOST_TEXTS = 100;

export interface RowToCompare {
  readonly thread: RecordThread | undefined;
  readonly uri: vscode.Uri;
  /** 1-based. */
  readonly line: number;
}

export interface ComparedRecords extends Disposable {
  /** Shows one row, as indented JSON. */
  show(row: RowToCompare): Promise<void>;
  /** Shows a row of either file side by side, as indented JSON in VS Code's own diff. */
  compare(rows: readonly RowToCompare[]): Promise<void>;
}

/** Rows of two files as documents that nobody can edit. */
export function createComparedRecords(): ComparedRecords {
  const texts = new Map<string, string>();
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  async function read({ thread, uri, line }: RowToCompare): Promise<vscode.Uri> {
    if (!thread)
      throw new AnalysisError('cancelled', vscode.l10n.t('Compare the files again first.'));
    const { encoding } = defaultSettings;
    const record = await thread.run('readableRecord', { line, encoding });
    const name = fileNameOf(uri);
    const address = vscode.Uri.from({
      scheme: SCHEME,
      path: `/${vscode.l10n.t('{0} line {1}', name, line)}.json`,
      query: uri.toString(),
    });
    texts.set(
      address.toString(),
      'error' in record ? hostWording().say(record.error.sentence) : record.json,
    );
    // Its document may be open from a comparison before.
    changes.fire(address);
    for (const [oldest] of texts) if (texts.size > MOST_TEXTS) texts.delete(oldest);
    return address;
  }
  return {
    async show(row) {
      const document = await vscode.workspace.openTextDocument(await read(row));
      await vscode.window.showTextDocument(document, {
        viewColumn: columnBeside(vscode.window.tabGroups.activeTabGroup.viewColumn),
        preview: true,
      });
    },
    async compare(rows) {
      const [left, right] = await Promise.all(rows.map(read));
      if (!left || !right) return;
      const lines = rows.map(({ line }) => hostWording().count(line));
      await vscode.commands.executeCommand(
        'vscode.diff',
        left,
        right,
        vscode.l10n.t('Line {0} ↔ line {1}', ...lines),
        { preview: true } satisfies vscode.TextDocumentShowOptions,
      );
    },
    dispose() {
      provider.dispose();
      changes.dispose();
    },
  };
}
