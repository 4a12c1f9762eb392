import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatText } from '../../scripts/format-text.mjs';
import { parseCheckConfig } from '../../src/check/checkConfig.ts';
import { configSchema } from '../../src/check/configSchema.ts';
import { figureAt } from '../../src/check/figureAt.ts';
import { isKnownFigure, KNOWN_FIGURES } from '../../src/check/knownFigures.ts';
import type { Report } from '../../src/engine/report.ts';
import { spawnStrata, strata } from '../support/strata.ts';
import { root } from './sources.ts';

describe('strata check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'strata-'));
    for (const name of ['support-generated.jsonl', 'support-reference.jsonl']) {
      cpSync(join(root, 'examples', name), join(folder, name));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  const generated = () => at('support-generated.jsonl');

  function check(config: unknown, ...words: string[]) {
    writeFileSync(at('strata.json'), JSON.stringify(config));
    return strata('check', generated(), '--config', at('strata.json'), ...words);
  }

  async function expectRefusal(config: unknown, message: RegExp): Promise<void> {
    const { status, stdout, stderr } = await check(config);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /u);
  }

  it('quotes no word of a file that cannot be read, unless asked', async () => {
    writeFileSync(at('notes.jsonl'), 'TOPSECRET inside\n');
    writeFileSync(at('strata.json'), JSON.stringify({ checks: { 'file.rows': { min: 1 } } }));
    const words = ['check', at('notes.jsonl'), '--config', at('strata.json')];
    const { status, stderr } = await strata(...words);
    expect(status).toBe(2);
    expect(stderr).toContain("line 1: Expected a JSON object, found '…'");
    expect((await strata(...words, '--with-texts')).stderr).toContain("found 'TOPSECRET'");
  });

  describe('that measures', { tags: 'slow' }, () => {
    let report: Report;
    beforeAll(async () => {
      const { stdout } = await strata('inspect', generated(), '--json');
      report = JSON.parse(stdout) as Report;
      writeFileSync(at('baseline.json'), stdout);
    });

    it('passes the example configuration', async () => {
      const config = join(root, 'examples/strata.json');
      const { status, stdout } = await strata('check', generated(), '--config', config);
      expect(stdout).toContain('passed: 7 limits kept');
      expect(status).toBe(0);
    });

    it('ends with 1 where a limit is not kept, for people and for machines', async () => {
      const config = { checks: { 'file.rowErrorCount': { max: 0 } } };
      const sarif = await check(config, '--format', 'sarif');
      // The configuration is the one here.
      const text = spawnStrata(['check', 'support-generated.jsonl'], folder);
      for (const [name, { status, stdout }] of Object.entries({ text, sarif })) {
        expect(status, name).toBe(1);
        expect(stdout, name).toContain('file.rowErrorCount');
      }
    });

    it('compares with the same file as baseline and as reference without a difference', async () => {
      const figure = 'levels.micro.response.hill.q1';
      const same = { maxDecrease: 0, maxIncrease: 0 };
      const { status, stdout } = await check(
        {
          baseline: 'baseline.json',
          reference: 'support-generated.jsonl',
          checks: { [figure]: { baseline: same, reference: { minRatio: 1, maxRatio: 1 } } },
        },
        '--format',
        'json',
      );
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        checks: [
          { rule: 'baseline', value: figureAt(report, figure) },
          { rule: 'reference', value: figureAt(report, figure) },
        ],
      });
    });

    it('compares with a reference at equally many rows, whichever has more', async () => {
      const limits = { 'file.rows': { reference: { minRatio: 1, maxRatio: 1 } } };
      const { status, stdout } = await check({
        reference: 'support-reference.jsonl',
        checks: limits,
      });
      expect(stdout).toContain('at 300 rows each');
      expect(status).toBe(0);
    });

    it.each([
      [{ checks: { 'levels.macro.instruction.hill.q9': { min: 0 } } }, /No figure of the report/],
      [{ checks: { file: { min: 0 } } }, /is no figure/],
    ])('ends with 2 and one clear sentence for %j', expectRefusal);

    it('knows figures that stand in the report of the example, but for those that it has no cause for', () => {
      const absent = KNOWN_FIGURES.filter(({ path }) => typeof figureAt(report, path) !== 'number');
      const causes =
        /\.(verbs|nouns|balance|atCommonRows)\.|preferencePairs|quality\.[\w-]+\.rows|\.unseenKinds$/u;
      expect(absent.map(({ path }) => path).filter((path) => !causes.test(path))).toEqual([]);
      expect(KNOWN_FIGURES.length).toBeGreaterThan(200);
    });
  });

  it.each(['baseline', 'reference'])('refuses --%s where no limit is by it', async (name) => {
    const config = at('plain.json');
    writeFileSync(config, JSON.stringify({ checks: { 'file.rows': { min: 1 } } }));
    const words = ['check', generated(), '--config', config, `--${name}`, at('not-there')];
    const { status, stdout, stderr } = await strata(...words);
    expect(stderr).toContain(`has no limit by the ${name}: leave --${name} out, or add one.`);
    expect([status, stdout]).toEqual([2, '']);
  });

  it.each([
    [{ checks: {} }, /at least one figure/],
    [{ checks: { 'file.rows': { min: 1 } }, settings: { seed: -1 } }, /seed/],
    [{ checks: { 'file.rows': { min: 1 } }, settings: { nope: 5 } }, /No setting is called "nope"/],
    [{ checks: { 'file.rows': { baseline: { maxDecrease: 0 } } } }, /baseline/],
    [
      {
        baseline: 'support-generated.jsonl',
        checks: { 'file.rows': { baseline: { maxDecrease: 0 } } },
      },
      /not JSON/,
    ],
    [
      { baseline: 'none.json', checks: { 'file.rows': { baseline: { maxDecrease: 0 } } } },
      /cannot be read/,
    ],
    [
      { reference: 'none.jsonl', checks: { 'file.rows': { reference: { minRatio: 0 } } } },
      /none\.jsonl/,
    ],
  ])('ends with 2 and one clear sentence for %j', expectRefusal);

  it('ends with 2 where the configuration or the file is not there', async () => {
    const config = join(root, 'examples/strata.json');
    for (const words of [
      [generated(), '--config', at('none.json')],
      [at('none.jsonl'), '--config', config],
      [generated(), '--config', config, '--format', 'xml'],
    ]) {
      expect((await strata('check', ...words)).status).toBe(2);
    }
  });
});

it('the schema is what `npm run docs` writes, and the manifest points to it', async () => {
  const name = 'schemas/strata.schema.json';
  expect(readFileSync(join(root, name), 'utf8')).toBe(
    await formatText(name, JSON.stringify(configSchema())),
  );
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain(
    './schemas/strata.schema.json',
  );
});

it('every configuration in docs/check.md can be read, and names figures that are known', () => {
  const page = readFileSync(join(root, 'docs/check.md'), 'utf8');
  const blocks = Array.from(
    page.matchAll(/```json\n(\{\n {2}"(?:\$schema|checks|baseline).*?)```/gsu),
  );
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, block] of blocks) {
    for (const { figure } of parseCheckConfig(JSON.parse(block!)).checks) {
      expect(isKnownFigure(figure), figure).toBe(true);
    }
  }
});
