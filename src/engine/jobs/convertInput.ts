import type { ByteSource, PlainSource } from '../../data/byteReader.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { JobEnvironment } from './job.ts';

export type ConvertPhase = 'convert';

/**
 * Makes JSON lines of a data set in another format.
 * @param folder an empty folder, which whoever asks removes when the source is of no more use
 * @throws AnalysisError
 */
export async function convertInput(
  { source, folder }: { readonly source: PlainSource; readonly folder: string },
  { cancelFlag, onProgress }: JobEnvironment<ConvertPhase>,
): Promise<ByteSource> {
  const { convertInput: convert } = await import('../../data/inputs/convertInput.ts');
  return convert(source, folder, {
    onProgress: (fraction) => onProgress({ phase: 'convert', fraction }),
    checkpoint: () => throwIfCancelled(cancelFlag),
  });
}
