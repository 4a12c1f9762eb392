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
import {
  createInlineTaskPool,
  type CreateTaskPool,
  type TaskPool,
} from '../../src/engine/taskPool.ts';
import type { TaskSetup } from '../../src/engine/taskContext.ts';
import type { TaskName, TaskParams, TaskResult } from '../../src/engine/tasks/registry.ts';
import { inlineEnvironment } from './inlineEnvironment.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

const pools = new WeakMap<ByteSource, TaskPool>();

/** One pool for each file, so that tables are loaded once. */
const createPool: CreateTaskPool = (given, threads) => {
  const poolOf = (setup: TaskSetup): TaskPool => {
    const known = pools.get(setup.source) ?? createInlineTaskPool(setup, threads);
    pools.set(setup.source, known);
    return known;
  };
  async function run<Name extends TaskName>(name: Name, params: TaskParams<Name>) {
    const pool = poolOf(await given);
    return (await pool.run(name, params)) as TaskResult<Name>;
  }
  return { run, close: () => Promise.resolve() };
};

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
    { ...inlineEnvironment(), createPool, cancelFlag },
  );
}
