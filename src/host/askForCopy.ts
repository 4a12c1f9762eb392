import * as vscode from 'vscode';
import { kindOfName } from '../data/inputs/inputKind.ts';
import { manifestPath } from '../engine/manifestPath.ts';
import { assertNotRead, type ReadInput } from './assertNotRead.ts';

const ANY_ENDING = /(?:\.(?:jsonl|ndjson|json|csv|tsv|parquet))?(?:\.(?:gz|zst))?\/*$/iu;

/**
 * Asks where a copy of some lines of a file is to go: to the disk, never over what was read.
 * @param suffix of the name that is proposed
 * @param others that were read beside it
 * @throws Error for a place that a copy cannot go to, in the display language
 */
export async function askForCopy(
  input: ReadInput,
  {
    title,
    suffix,
    others = [],
  }: {
    readonly title: string;
    readonly suffix: string;
    readonly others?: readonly ReadInput[];
  },
): Promise<vscode.Uri | undefined> {
  const { uri, parts } = input;
  const target = await vscode.window.showSaveDialog({
    title,
    defaultUri: uri.with({ path: withSuffix(asJsonLines(uri.path, parts !== undefined), suffix) }),
    filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
  });
  if (!target) return undefined;
  if (target.scheme !== 'file') {
    throw new Error(
      vscode.l10n.t('A copy can be written to the disk only, not to {0}.', target.scheme),
    );
  }
  for (const written of [target, vscode.Uri.file(manifestPath(target.fsPath))]) {
    assertNotRead(written, [input, ...others]);
  }
  return target;
}

/** Copies are JSON lines whatever was read: `data.csv.gz` → `data.jsonl`. */
function asJsonLines(path: string, isConverted: boolean): string {
  const kind = kindOfName(path);
  const isPlain = kind ? kind.format === 'jsonl' && !kind.compression : !isConverted;
  return isPlain ? path : path.replace(ANY_ENDING, '.jsonl');
}

/** `data.jsonl` → `data.clean.jsonl` */
function withSuffix(path: string, suffix: string): string {
  return path.replace(/(\.[^./]*)?$/, (extension) => `${suffix}${extension}`);
}
