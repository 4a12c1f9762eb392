import { fileURLToPath } from 'node:url';
import type { ByteSource } from '../../src/data/byteReader.ts';
import { createCancelFlag, type CancelFlag } from '../../src/engine/cancellation.ts';
import { defaultSettings } from '../../src/engine/defaultSettings.ts';
import { selectRows } from '../../src/engine/jobs/selectRows.ts';
import {
  DEFAULT_SELECT_SETTINGS,
  type SelectRequest,
  type SelectResult,
  type SelectSettings,
} from '../../src/engine/select/selection.ts';
import { inlineEnvironment } from './inlineEnvironment.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

/** Chooses rows in the calling thread. */
export function selectInline(
  source: ByteSource,
  settings: Partial<SelectSettings> & Pick<SelectSettings, 'size'>,
  request: Partial<SelectRequest> = {},
  cancelFlag: CancelFlag = createCancelFlag(),
): Promise<SelectResult> {
  return selectRows(
    {
      source,
      selection: {},
      settings: defaultSettings,
      threads: 1,
      assetsFolder,
      select: { ...DEFAULT_SELECT_SETTINGS, ...settings },
      ...request,
    },
    { ...inlineEnvironment(), cancelFlag },
  );
}
