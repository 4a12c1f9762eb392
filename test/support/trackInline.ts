import { fileURLToPath } from 'node:url';
import type { ByteSource } from '../../src/data/byteReader.ts';
import { defaultSettings } from '../../src/engine/defaultSettings.ts';
import type { JobEnvironment } from '../../src/engine/jobs/job.ts';
import type { Generations } from '../../src/engine/track/generations.ts';
import { trackGenerations, type TrackPhase } from '../../src/engine/track/trackGenerations.ts';
import { inlineEnvironment } from './inlineEnvironment.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

/** Follows generations in the calling thread: the whole engine but its threads. */
export function trackInline(
  sources: readonly ByteSource[],
  environment: Partial<JobEnvironment<TrackPhase>> = {},
): Promise<Generations> {
  return trackGenerations(
    {
      files: sources.map((source) => ({ source, selection: {} })),
      settings: defaultSettings,
      threads: 1,
      assetsFolder,
    },
    {
      ...inlineEnvironment(),
      ...environment,
    },
  );
}
