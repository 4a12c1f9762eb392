import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report.ts';
import { late } from '../../esbuild.mjs';
import { root } from '../support/strata.ts';

/**
 * Inspects files in one process, each job's files at once, one job after another. Tells of each file its report or fault; after each job,
 * which lead rests; at the end, how many there are.
 */
const PROGRAM = `
  import { defaultSettings } from '${root}/src/engine/defaultSettings.ts';
  import { letLeadRest, takeLead } from '${root}/src/engine/leadThreads.ts';
  import { runInspection } from '${root}/src/engine/runInspection.ts';

  const leads = [];
  process.on('worker', (lead) => leads.push(lead));
  const countLeads = () => leads.filter(({ threadId }) => threadId !== -1).length;
  const restingLead = () => {
    const lead = takeLead();
    letLeadRest(lead);
    return lead.threadId;
  };
  async function inspectFile(path) {
    const { result, map } = runInspection({
      source: { kind: 'file', path }, selection: {}, settings: defaultSettings, threads: 2,
      assetsFolder: '${root}/media',
    }, {});
    const answer = await result.then(({ report }) => ({ report }), (fault) => ({ fault: String(fault) }));
    await map;
    return answer;
  }
  async function main() {
    const rounds = [];
    for (const paths of JSON.parse(process.argv[2])) {
      const files = await Promise.all(paths.map(inspectFile));
      rounds.push({ files, restingLead: restingLead() });
    }
    // A thread is gone a moment after it was ended.
    for (let wait = 0; wait < 100 && countLeads() > 1; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    console.log(JSON.stringify({ rounds, leads: countLeads() }));
  }
  void main();
`;

interface Outcome {
  readonly rounds: readonly {
    readonly files: readonly { readonly report?: Report; readonly fault?: string }[];
    readonly restingLead: number;
  }[];
  readonly leads: number;
}

describe('threads kept for the next job', () => {
  const small = join(root, 'test/fixtures/workspace/support.jsonl');
  let folder: string;
  let inspect: (...rounds: string[][]) => Outcome;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strata-kept-'));
    const outfile = join(folder, 'program.js');
    await build({
      stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      plugins: [late],
      supported: { 'dynamic-import': false },
      logLevel: 'error',
    });
    symlinkSync(join(root, 'dist/lead.js'), join(folder, 'lead.js'));
    inspect = (...rounds) => {
      const words = [outfile, JSON.stringify(rounds)];
      return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Outcome;
    };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('measure a file as fresh ones do, whatever they measured before', { tags: 'slow' }, () => {
    const generated = join(root, 'examples/support-generated.jsonl');
    const reference = join(root, 'examples/support-reference.jsonl');
    const [fresh, other, again] = inspect([generated], [reference], [generated]).rounds;
    expect(new Set([fresh, other, again].map((round) => round!.restingLead)).size).toBe(1);
    expect(fresh!.files[0]!.report).toBeDefined();
    expect(again!.files).toEqual(fresh!.files);
    expect(other!.files).toEqual(inspect([reference]).rounds[0]!.files);
  });

  it('are not those of a job that failed', { tags: 'slow' }, () => {
    const { rounds } = inspect([small], [join(folder, 'none.jsonl')], [small]);
    const [before, failed, after] = rounds;
    expect(failed!.files[0]!.fault).toContain('none.jsonl');
    expect(failed!.restingLead).not.toBe(before!.restingLead);
    expect(after!.files).toEqual(before!.files);
  });

  it('are those of one job, however many end at once', { tags: 'slow' }, () => {
    const all = [small, small, small];
    expect(inspect(all, all, all).leads).toBe(1);
  });
});
