import * as vscode from 'vscode';
import type { ByteSource } from '../../data/byteReader.ts';
import type { ComparedFiles } from '../../engine/compare/comparison.ts';
import { runJob, type RunningJob } from '../../engine/runJob.ts';
import type { ProgressOf } from '../../engine/jobs/registry.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { readSettings } from '../settings.ts';
import { sourceOf } from '../sourceOf.ts';

type Compared = 'dataset' | 'reference';

export type ComparedUris = Readonly<Record<Compared, vscode.Uri>>;

export type StartComparison = (
  uris: ComparedUris,
  onProgress: (progress: ProgressOf<'compareFiles'>) => void,
) => Promise<{
  readonly job: RunningJob<ComparedFiles>;
  readonly sources: Readonly<Record<Compared, ByteSource>>;
}>;

/** Starts comparing with the data set's settings, each file with the fields that were chosen for it. */
export const startComparison =
  (extensionUri: vscode.Uri, fieldChoices: FieldChoices): StartComparison =>
  async (uris, onProgress) => {
    const [dataset, reference] = await Promise.all([
      sourceOf(uris.dataset),
      sourceOf(uris.reference),
    ]);
    const sources = { dataset: dataset.bytes, reference: reference.bytes };
    const { inspect, threads } = readSettings(uris.dataset);
    const fileOf = (which: Compared) => ({
      source: sources[which],
      selection: { ...readSettings(uris[which]).fields, ...fieldChoices.get(uris[which]) },
    });
    const job = runJob(
      'compareFiles',
      {
        dataset: fileOf('dataset'),
        reference: fileOf('reference'),
        settings: inspect,
        threads,
        assetsFolder: vscode.Uri.joinPath(extensionUri, 'media').fsPath,
      },
      { onProgress },
    );
    return { job, sources };
  };
