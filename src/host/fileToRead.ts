import type * as vscode from 'vscode';
import type { DataFile } from '../engine/dataFile.ts';
import { cancelled } from '../engine/cancellation.ts';
import type { FieldChoices } from './fieldChoices.ts';
import { readSettings } from './settings.ts';
import { sourceOf, type SourceListener } from './sourceOf.ts';

export interface FileToRead {
  readonly file: DataFile;
  /** Removes what was unpacked for it. */
  readonly close: () => void;
}

/** A file as a job reads it: its bytes as they are now, and the fields from settings and the person's choice. */
async function fileToRead(
  uri: vscode.Uri,
  fieldChoices: FieldChoices,
  listener: SourceListener,
): Promise<FileToRead> {
  const { bytes, close } = await sourceOf(uri, listener);
  return {
    close,
    file: { source: bytes, selection: { ...readSettings(uri).fields, ...fieldChoices.get(uri) } },
  };
}

/**
 * Several of them, with the progress of all. Where one cannot be opened, or the person cancels, what was unpacked for the
 * others is removed.
 */
export async function filesToRead(
  uris: readonly vscode.Uri[],
  fieldChoices: FieldChoices,
  { onProgress, signal }: SourceListener,
): Promise<readonly FileToRead[]> {
  const shares = uris.map(() => 0);
  const opened = await Promise.allSettled(
    uris.map(async (uri, at) => {
      const file = await fileToRead(uri, fieldChoices, {
        ...(signal && { signal }),
        onProgress({ phase, fraction }) {
          shares[at] = fraction;
          onProgress?.({
            phase,
            fraction: shares.reduce((sum, share) => sum + share) / uris.length,
          });
        },
      });
      shares[at] = 1;
      return file;
    }),
  );
  const files = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = opened.find((one) => one.status === 'rejected');
  if (!failed && !signal?.aborted) return files;
  for (const file of files) file.close();
  throw failed ? failed.reason : cancelled();
}
