import { fileURLToPath } from 'node:url';
import type { ByteSource } from '../../src/data/byteReader.ts';
import { defaultSettings } from '../../src/engine/defaultSettings.ts';
import type { JobEnvironment } from '../../src/engine/jobs/job.ts';
import { exploreMix, type MixPhase, type MixRequest } from '../../src/engine/mix/exploreMix.ts';
import type { MixResult, MixUpdate } from '../../src/engine/mix/mixing.ts';
import { inlineEnvironment } from './inlineEnvironment.ts';
import { remembered } from './remembered.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

/** Explores mixtures in the calling thread: the whole engine but its threads. */
export function mixInline(
  generated: ByteSource,
  real: ByteSource,
  request: Partial<MixRequest> = {},
  environment: Partial<JobEnvironment<MixPhase, MixUpdate>> = {},
): Promise<MixResult> {
  const asked: MixRequest = {
    dataset: { source: generated, selection: {} },
    reference: { source: real, selection: {} },
    settings: defaultSettings,
    threads: 1,
    assetsFolder,
    ...request,
  };
  const own = { ...inlineEnvironment(), ...environment };
  if (Object.keys(environment).some((name) => name !== 'onUpdate')) return exploreMix(asked, own);
  return remembered('exploreMix', asked, [generated, real], own.onUpdate, (given, { onUpdate }) =>
    exploreMix(given, { ...own, onUpdate }),
  );
}
