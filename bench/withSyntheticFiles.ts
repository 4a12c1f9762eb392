import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SyntheticFiles {
  readonly rows: number | string;
  readonly bytesPerRow: number | string;
  /** A file is made of each. */
  readonly seeds?: readonly number[];
}

/** Makes synthetic files in a folder that is gone when `use` has ended. */
export async function withSyntheticFiles(
  { rows, bytesPerRow, seeds = [1] }: SyntheticFiles,
  use: (...paths: string[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  try {
    const paths = seeds.map((seed) => join(folder, `${seed}.jsonl`));
    // In a process of its own: what making the rows costs is not the engine's.
    const run = join(__dirname, '..', 'bench', 'run.mjs');
    paths.forEach((path, at) => {
      const words = [path, rows, bytesPerRow, seeds[at]].map(String);
      execFileSync(process.execPath, [run, 'writeSyntheticFile', ...words]);
    });
    await use(...paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
