import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report.ts';
import { late } from '../../esbuild.mjs';
import { root } from '../support/strata.ts';

/** Runs inspections one after another in one process; each answers with its report, and whether the lead of the one before ran it. */
const PROGRAM = `
  import { defaultSettings } from '${root}/src/engine/defaultSettings.ts';
  import { letLeadRest, takeLead } from '${root}/src/engine/leadThreads.ts';
  import { runInspection } from '${root}/src/engine/runInspection.ts';

  const restingId = () => {
    const lead = takeLead();
    letLeadRest(lead);
    return lead.threadId;
  };
  async function main() {
    const answers = [];
    for (const path of process.argv.slice(2)) {
      const leadBefore = answers.length === 0 ? undefined : restingId();
      const { result, map } = runInspection({
        source: { kind: 'file', path }, selection: {}, settings: defaultSettings, threads: 2,
        assetsFolder: '${root}/media',
      }, {});
      const fault = await result.then(({ report }) => void answers.push({ report }), String);
      if (fault) answers.push({ fault });
      await map;
      answers.at(-1).isWarm = restingId() === leadBefore;
    }
    console.log(JSON.stringify(answers));
  }
  void main();
`;

interface Answer {
  readonly report?: Report;
  readonly fault?: string;
  readonly isWarm: boolean;
}

describe('threads kept for the next job', () => {
  let folder: string;
  let answersOf: (...paths: string[]) => Answer[];
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
    answersOf = (...paths) =>
      JSON.parse(
        execFileSync(process.execPath, [outfile, ...paths], { encoding: 'utf8' }),
      ) as Answer[];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('measure a file as fresh ones do, whatever they measured before', { tags: 'slow' }, () => {
    const generated = join(root, 'examples/support-generated.jsonl');
    const reference = join(root, 'examples/support-reference.jsonl');
    const [fresh, other, again] = answersOf(generated, reference, generated);
    expect([fresh!.isWarm, other!.isWarm, again!.isWarm]).toEqual([false, true, true]);
    expect(again!.report).toEqual(fresh!.report);
    expect(other!.report).toEqual(answersOf(reference)[0]!.report);
  });

  it('are not those of a job that failed', () => {
    const small = join(root, 'test/fixtures/workspace/support.jsonl');
    const [, failed, next] = answersOf(small, join(folder, 'none.jsonl'), small);
    expect(failed).toMatchObject({
      fault: expect.stringContaining('none.jsonl') as string,
      isWarm: false,
    });
    expect(next!.report).toBeDefined();
  });
});
