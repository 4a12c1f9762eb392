import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../../shared/data/', import.meta.url);

/** Whether the data with known truth lies beside the project; where it does not, its tests are skipped. */
export const hasSharedData = existsSync(fileURLToPath(folder));

export function readShared(name: string): Record<string, unknown>[] {
  const text = readFileSync(fileURLToPath(new URL(`${name}.jsonl`, folder)), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
