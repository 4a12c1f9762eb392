import { statSync } from 'node:fs';
import type { ByteSource } from '../../src/data/byteReader.ts';

/** What a job hands over on its way, and what it ends with. */
interface Ended {
  readonly updates: readonly unknown[];
  readonly result: unknown;
}

interface Request {
  readonly threads: number;
  readonly assetsFolder: string;
  readonly endpoint?: unknown;
}

type Job<Asked, Update, Result> = (
  request: Asked,
  environment: { readonly onUpdate: (update: Update) => void },
) => Promise<Result>;

/** The examples are far smaller; what is known of a large file would take much memory. */
const MOST_BYTES = 1 << 20;
const MOST_JOBS = 24;
const known = new Map<string, Promise<Ended>>();

/**
 * Runs a job, but once for all tests of a thread that ask the same of the same bytes on disk: many look at the examples, whose
 * inspection takes a second and whose comparison three. Each test has a copy of its own. Not for jobs that write, nor for tests
 * about a job that runs twice: those hold it against the built program, which knows nothing of this.
 * @param request what is asked; the result does not depend on the number of threads
 * @param onUpdate is told what the job hands over, at once or at the end
 */
export async function remembered<Asked extends Request, Update, Result>(
  name: string,
  request: Asked,
  sources: readonly ByteSource[],
  onUpdate: (update: Update) => void,
  job: Job<Asked, Update, Result>,
): Promise<Result> {
  const key = request.endpoint === undefined ? keyOf(name, request, sources) : undefined;
  if (key === undefined) return job(request, { onUpdate });
  const before = known.get(key);
  if (before) {
    const { updates, result } = structuredClone(await before);
    for (const update of updates) onUpdate(update as Update);
    return result as Result;
  }
  const updates: Update[] = [];
  const running = job(request, {
    onUpdate: (update) => {
      updates.push(structuredClone(update));
      onUpdate(update);
    },
  });
  const ended = running.then((result) => structuredClone({ updates, result }));
  known.set(key, ended);
  ended.catch(() => known.delete(key));
  const [oldest] = known.keys();
  if (known.size > MOST_JOBS) known.delete(oldest!);
  return running;
}

/** Undefined where some of it is no small file on disk. */
function keyOf(name: string, request: Request, sources: readonly ByteSource[]): string | undefined {
  const stamps = sources.map(({ kind, path }) => {
    const file =
      kind === 'file' ? statSync(path, { bigint: true, throwIfNoEntry: false }) : undefined;
    return file && file.isFile() && file.size <= MOST_BYTES
      ? `${file.ino} ${file.size} ${file.mtimeNs}`
      : undefined;
  });
  return stamps.includes(undefined) ? undefined : JSON.stringify([name, request, stamps], keyed);
}

/** Settings are the same in any order, and results on any number of threads. */
function keyed(name: string, value: unknown): unknown {
  if (name === 'threads') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
