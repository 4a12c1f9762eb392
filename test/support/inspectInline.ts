import { fileURLToPath } from 'node:url';
import type { ByteSource, PlainSource } from '../../src/data/byteReader.ts';
import { createCancelFlag } from '../../src/engine/cancellation.ts';
import { defaultSettings } from '../../src/engine/defaultSettings.ts';
import { inspect, type InspectEnvironment } from '../../src/engine/inspect.ts';
import type { Inspection, InspectRequest } from '../../src/engine/inspection.ts';
import { remembered } from './remembered.ts';
import { createWarmTaskPool } from './warmTaskPool.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

/** Inspects in the calling thread: the whole engine but its threads. */
export function inspectInline(
  source: ByteSource,
  request: Partial<InspectRequest> = {},
  environment: Partial<InspectEnvironment> = {},
): Promise<Inspection> {
  const asked: InspectRequest = {
    source,
    selection: {},
    settings: defaultSettings,
    threads: 1,
    assetsFolder,
    ...request,
  };
  const run = (given: InspectRequest) =>
    inspect(given, {
      cancelFlag: createCancelFlag(),
      createPool: createWarmTaskPool,
      onProgress: () => undefined,
      onPartial: () => undefined,
      askToSend: () => Promise.resolve(false),
      ...environment,
    });
  if (Object.keys(environment).length > 0) return run(asked);
  return remembered('inspect', asked, [source], () => undefined, run);
}

/** The bytes of a text, or bytes as they are, as an unsaved editor would give them. */
export function memorySource(content: string | Uint8Array): PlainSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return { kind: 'memory', path: 'test.jsonl', bytes: shared };
}
