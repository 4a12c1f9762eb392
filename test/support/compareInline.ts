import { fileURLToPath } from 'node:url';
import type { ByteSource } from '../../src/data/byteReader.ts';
import {
  compareFiles,
  type ComparePhase,
  type CompareRequest,
  type CompareUpdate,
} from '../../src/engine/compare/compareFiles.ts';
import type { ComparedFiles } from '../../src/engine/compare/comparison.ts';
import { defaultSettings } from '../../src/engine/defaultSettings.ts';
import type { JobEnvironment } from '../../src/engine/jobs/job.ts';
import { inlineEnvironment } from './inlineEnvironment.ts';
import { remembered } from './remembered.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

/** Compares in the calling thread: the whole engine but its threads. */
export function compareInline(
  dataset: ByteSource,
  reference: ByteSource,
  request: Partial<CompareRequest> = {},
  environment: Partial<JobEnvironment<ComparePhase, CompareUpdate>> = {},
): Promise<ComparedFiles> {
  const asked: CompareRequest = {
    dataset: { source: dataset, selection: {} },
    reference: { source: reference, selection: {} },
    settings: defaultSettings,
    threads: 1,
    assetsFolder,
    ...request,
  };
  const own = { ...inlineEnvironment(), ...environment };
  if (Object.keys(environment).length > 0) return compareFiles(asked, own);
  return remembered(
    'compareFiles',
    asked,
    [dataset, reference],
    own.onUpdate,
    (given, { onUpdate }) => compareFiles(given, { ...own, onUpdate }),
  );
}
