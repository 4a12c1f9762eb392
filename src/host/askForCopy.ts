import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';

/**
 * Asks where a copy of some lines of a file is to go: to the disk, never over the file itself.
 * @param suffix of the name that is proposed
 * @throws AnalysisError not-writable for a place that a copy cannot go to
 */
export async function askForCopy(
  uri: vscode.Uri,
  { title, suffix }: { readonly title: string; readonly suffix: string },
): Promise<vscode.Uri | undefined> {
  const target = await vscode.window.showSaveDialog({
    title,
    defaultUri: uri.with({ path: withSuffix(uri.path, suffix) }),
    filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
  });
  if (!target) return undefined;
  if (target.scheme !== 'file') {
    throw new AnalysisError(
      'not-writable',
      vscode.l10n.t('A copy can be written to the disk only, not to {0}.', target.scheme),
    );
  }
  if (target.toString() === uri.toString()) {
    throw new AnalysisError(
      'not-writable',
      vscode.l10n.t('The inspected file itself is never overwritten: choose another name.'),
    );
  }
  return target;
}

/** `data.jsonl` → `data.clean.jsonl` */
function withSuffix(path: string, suffix: string): string {
  return path.replace(/(\.[^./]*)?$/, (extension) => `${suffix}${extension}`);
}
