import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report.ts';
import { besideLate } from '../../esbuild.mjs';
import { root } from '../support/strata.ts';

/**
 * Inspects files in one process, one after another. Tells of each its report or fault, and which lead rests after it; at
 * the end, whether of two leads that end at once the later one is taken again.
 */
const PROGRAM = `
  import { defaultSettings } from './src/engine/defaultSettings.ts';
  import { letLeadRest, takeLead } from './src/engine/leadThreads.ts';
  import { runInspection } from './src/engine/runInspection.ts';

  const restingLead = () => {
    const lead = takeLead();
    letLeadRest(lead);
    return lead.threadId;
  };
  async function inspectFile(path) {
    const { result, map } = runInspection({
      source: { kind: 'file', path }, selection: {}, settings: defaultSettings, threads: 2,
      assetsFolder: 'media',
    }, {});
    const answer = await result.then(({ report }) => ({ report }), (fault) => ({ fault: String(fault) }));
    await map;
    return answer;
  }
  async function main() {
    const rounds = [];
    for (const path of process.argv.slice(2)) {
      rounds.push({ ...(await inspectFile(path)), restingLead: restingLead() });
    }
    const ends = [takeLead(), takeLead()];
    ends.forEach(letLeadRest);
    // A thread is gone a moment after it was ended.
    while (ends[0].threadId !== -1) await new Promise((resolve) => setTimeout(resolve, 20));
    const taken = takeLead();
    console.log(JSON.stringify({ rounds, takesLatest: taken === ends[1] }));
    await taken.terminate();
  }
  void main();
`;

interface Outcome {
  readonly rounds: readonly {
    readonly report?: Report;
    readonly fault?: string;
    readonly restingLead: number;
  }[];
  readonly takesLatest: boolean;
}

describe('threads kept for the next job', () => {
  const small = join(root, 'test/fixtures/workspace/support.jsonl');
  let folder: string;
  let inspect: (...paths: string[]) => Outcome;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strata-kept-'));
    const outfile = join(folder, 'program.js');
    await build({
      ...besideLate,
      stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
      outfile,
      sourcemap: false,
    });
    symlinkSync(join(root, 'dist/lead.js'), join(folder, 'lead.js'));
    inspect = (...paths) => {
      const words = [outfile, ...paths];
      const options = { cwd: root, encoding: 'utf8' } as const;
      return JSON.parse(execFileSync(process.execPath, words, options)) as Outcome;
    };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('measure a file as fresh ones do, whatever they measured before', { tags: 'slow' }, () => {
    const reference = join(root, 'examples/support-reference.jsonl');
    const [fresh, other, again] = inspect(small, reference, small).rounds;
    expect(new Set([fresh, other, again].map((round) => round!.restingLead)).size).toBe(1);
    expect(fresh!.report).toBeDefined();
    expect(again!.report).toEqual(fresh!.report);
    expect(other!.report).toEqual(inspect(reference).rounds[0]!.report);
  });

  it('are not those of a job that failed', { tags: 'slow' }, () => {
    const { rounds } = inspect(small, join(folder, 'none.jsonl'), small);
    const [before, failed, after] = rounds;
    expect(failed!.fault).toContain('none.jsonl');
    expect(failed!.restingLead).not.toBe(before!.restingLead);
    expect(after!.report).toEqual(before!.report);
  });

  it('are those of one job, however many end at once', () => {
    expect(inspect().takesLatest).toBe(true);
  });
});
