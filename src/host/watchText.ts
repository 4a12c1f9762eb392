import * as vscode from 'vscode';
import type { Disposable } from './disposable.ts';
import { encodeDocument } from './encodeDocument.ts';
import { isFileWithin } from './isFileWithin.ts';
import { dirtyFilesWithin, type Source } from './sourceOf.ts';

/**
 * Tells of edits of a file's text in an editor, or of a file of a folder, and where undoing them brings back what was read.
 * @param read what was read last
 * @param isSameOnDisk whether the file is as it was then
 */
export function watchText(
  uri: vscode.Uri,
  read: () => Pick<Source, 'bytes' | 'isUnsaved'> | undefined,
  isSameOnDisk: () => Promise<boolean>,
  onChange: (fate: 'edited' | 'unchanged') => void,
): Disposable {
  async function isAsRead(document: vscode.TextDocument): Promise<boolean> {
    const source = read();
    if (!source) return false;
    if (!source.isUnsaved) {
      return !document.isDirty && dirtyFilesWithin(uri).length === 0 && (await isSameOnDisk());
    }
    const { bytes } = source;
    return (
      bytes.kind === 'memory' &&
      Buffer.from(await encodeDocument(document)).equals(Buffer.from(bytes.bytes))
    );
  }
  return vscode.workspace.onDidChangeTextDocument(
    async ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent) => {
      if (document.uri.toString() !== uri.toString() && !isFileWithin(document.uri, uri)) return;
      if (contentChanges.length > 0) onChange('edited');
      // That all is undone up to the saved text is told by a change without content.
      if (document.isDirty && reason === undefined) return;
      const { version } = document;
      if ((await isAsRead(document)) && document.version === version) onChange('unchanged');
    },
  );
}
