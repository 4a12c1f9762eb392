import type * as vscode from 'vscode';
import type { ByteSource } from '../../data/byteReader.ts';
import { partsOfSource } from '../../data/inputs/partsOfSource.ts';
import { openSelection, type OpenSelection } from '../../engine/select/openSelection.ts';
import type { ReadInput } from '../assertNotRead.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { filesToRead } from '../fileToRead.ts';
import { readSettings } from '../settings.ts';
import type { SourceListener } from '../sourceOf.ts';

export interface FilesToChoose {
  readonly dataset: vscode.Uri;
  /** Rows like those of it are preferred. */
  readonly reference?: vscode.Uri | undefined;
}

export interface OpenedToChoose {
  readonly open: OpenSelection;
  /** The bytes of the data set. */
  readonly source: ByteSource;
  /** All that is read: the data set first. */
  readonly read: readonly [ReadInput, ...ReadInput[]];
  /** Ends the thread and removes what was unpacked. */
  readonly close: () => void;
}

/** Opens a data set, by its settings, for choices of its rows. @throws whatever opening a file may meet */
export async function openToChoose(
  { dataset, reference }: FilesToChoose,
  assetsFolder: string,
  fieldChoices: FieldChoices,
  unpacking: SourceListener,
): Promise<OpenedToChoose> {
  const uris = reference ? [dataset, reference] : [dataset];
  const files = await filesToRead(uris, fieldChoices, unpacking);
  const [own, other] = files.map(({ file }) => file);
  if (!own) throw new RangeError('expected a file');
  const { inspect: settings, threads } = readSettings(dataset);
  const open = openSelection({
    ...own,
    ...(other && { reference: other }),
    settings,
    threads,
    assetsFolder,
  });
  return {
    open,
    source: own.source,
    read: [
      asRead(dataset, own.source),
      ...(reference && other ? [asRead(reference, other.source)] : []),
    ],
    close() {
      open.close();
      for (const file of files) file.close();
    },
  };
}

function asRead(uri: vscode.Uri, source: ByteSource): ReadInput {
  return { uri, parts: partsOfSource(source) };
}
