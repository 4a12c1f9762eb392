import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../../../src/check/checkOutcome.ts';
import { comparisonNotes } from '../../../src/check/comparisonNotes.ts';
import { flaggedRows } from '../../../src/check/flaggedRows.ts';
import { renderCheckGithub } from '../../../src/check/renderCheckGithub.ts';
import { renderCheckJson } from '../../../src/check/renderCheckJson.ts';
import { renderCheckSarif } from '../../../src/check/renderCheckSarif.ts';
import { renderCheck } from '../../../src/terminal/renderCheck.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { FLAG_KINDS } from '../../../src/webview/panelTerms.ts';
import { readJson } from '../../contract/sources.ts';
import { sampleReport } from '../webview/sampleReport.ts';

const asItIs = (text: string) => text;
const english = createTerminalWording(asItIs, 'en');

const outcome: CheckOutcome = {
  strataVersion: '0.1.0',
  file: 'data/süß 100%.jsonl',
  results: [
    { figure: 'file.rows', rule: 'limit', outcome: 'passed', value: 303, atLeast: 300 },
    {
      figure: 'levels.micro.response.hill.q1',
      rule: 'baseline',
      outcome: 'failed',
      value: 700.25,
      comparedWith: 800,
      atLeast: 720,
    },
    { figure: 'levels.macro.instruction.evenness', rule: 'limit', outcome: 'failed', atMost: 1 },
  ],
  flags: flaggedRows(sampleReport, false, english),
  notes: ['The baseline has 9 rows,\nthis file 10: 50% more'],
};
const passed = { ...outcome, results: outcome.results.slice(0, 1) };
const many = {
  ...outcome,
  flags: Array.from({ length: 6_000 }, (_, at) => ({
    kind: 'row-error' as const,
    line: at + 1,
    lines: [at + 1],
    severity: 1,
    reason: 'Broken JSON',
  })),
};

/** What the SARIF 2.1.0 schema requires of the objects that are written here, and the properties that it allows. */
const SARIF: Readonly<Record<string, { required: string[]; allowed: string[] }>> = {
  log: { required: ['version', 'runs'], allowed: ['$schema'] },
  run: { required: ['tool'], allowed: ['columnKind', 'invocations', 'artifacts', 'results'] },
  tool: { required: ['driver'], allowed: [] },
  driver: { required: ['name'], allowed: ['version', 'rules'] },
  rule: {
    required: ['id'],
    allowed: ['shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
  },
  invocation: { required: ['executionSuccessful'], allowed: ['toolExecutionNotifications'] },
  result: {
    required: ['message'],
    allowed: [
      'ruleId',
      'ruleIndex',
      'level',
      'locations',
      'relatedLocations',
      'partialFingerprints',
      'rank',
    ],
  },
};

function expectShape(kind: string, object: Readonly<Record<string, unknown>>): void {
  const { required, allowed } = SARIF[kind]!;
  for (const key of required) expect(object, `${kind}.${key}`).toHaveProperty(key);
  for (const key of Object.keys(object)) expect([...required, ...allowed], kind).toContain(key);
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number };
  };
}
interface Result extends Record<string, unknown> {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly rank?: number;
}
interface Run extends Record<string, unknown> {
  readonly tool: {
    readonly driver: Record<string, unknown> & {
      readonly rules: readonly (Record<string, unknown> & { readonly id: string })[];
    };
  };
  readonly invocations: readonly Record<string, unknown>[];
  readonly results: readonly Result[];
}
const sarifOf = (some: CheckOutcome) =>
  JSON.parse(renderCheckSarif(some, asItIs)) as Record<string, unknown> & {
    readonly runs: readonly Run[];
  };

describe('SARIF', () => {
  it('has what the format requires, and nothing that it does not know', () => {
    const log = sarifOf(outcome);
    expectShape('log', log);
    expect(log['version']).toBe('2.1.0');
    for (const run of log.runs) {
      expectShape('run', run);
      expectShape('tool', run.tool);
      expectShape('driver', run.tool.driver);
      expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(run['columnKind']);
      for (const rule of run.tool.driver.rules) expectShape('rule', rule);
      for (const invocation of run.invocations) expectShape('invocation', invocation);
      for (const result of run.results) {
        expectShape('result', result);
        expect(result.message.text).not.toBe('');
        expect(['none', 'note', 'warning', 'error']).toContain(result.level);
        expect(run.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
        if (result.rank !== undefined) {
          expect(result.rank).toBeGreaterThanOrEqual(0);
          expect(result.rank).toBeLessThanOrEqual(100);
        }
        for (const { physicalLocation } of [
          ...result.locations,
          ...(result.relatedLocations ?? []),
        ]) {
          expect(physicalLocation.artifactLocation.uri).toBe('data/s%C3%BC%C3%9F%20100%25.jsonl');
          expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
        }
      }
    }
  });

  it('has a result for each limit that is not kept and each flag, at its line', () => {
    const [{ results }] = sarifOf(outcome).runs as [Run];
    const limits = results.filter(({ ruleId }) => ruleId === 'limit');
    expect(limits.map(({ message }) => message.text)).toEqual([
      'levels.micro.response.hill.q1 is 700.25, but has to be ≥ 720 (baseline: 800).',
      'levels.macro.instruction.evenness is undefined, but has to be ≤ 1.',
    ]);
    expect(results.length - limits.length).toBe(outcome.flags.length);
    const lines = results.slice(2).map(({ locations }) => locations[0]!.physicalLocation.region);
    expect(lines).toEqual(outcome.flags.map(({ line }) => ({ startLine: line })));
    expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(3);
  });

  it('takes near-duplicates for warnings, as exact ones', () => {
    const [{ tool }] = sarifOf(outcome).runs as [Run];
    const levels = tool.driver.rules.map(({ id, defaultConfiguration }) => [
      id,
      (defaultConfiguration as { readonly level: string }).level,
    ]);
    expect(Object.fromEntries(levels)).toMatchObject({
      'row-error': 'error',
      'exact-duplicate': 'warning',
      'near-duplicate': 'warning',
      template: 'note',
    });
  });

  it('says how many flags it leaves out of very many', () => {
    const [run] = sarifOf(many).runs as [Run];
    expect(run.results).toHaveLength(5_002);
    expect(JSON.stringify(run.invocations)).toContain('1,000 less severe flags are left out');
  });

  it.each([
    ['./a/b.jsonl', 'a/b.jsonl'],
    ['/tmp/a b.jsonl', 'file:///tmp/a%20b.jsonl'],
    ['C:\\data\\a.jsonl', 'file:///C:/data/a.jsonl'],
    ['../a.jsonl', '../a.jsonl'],
  ])('names the file %s as %s', (file, uri) => {
    expect(renderCheckSarif({ ...outcome, file }, asItIs)).toContain(`"uri": "${uri}"`);
  });
});

describe('GitHub annotations', () => {
  it('are workflow commands, one on a line, with their signs escaped', () => {
    const lines = renderCheckGithub({ ...outcome, file: 'a,b:c.jsonl' }, asItIs)
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe(
      '::error file=a%2Cb%3Ac.jsonl,line=1,title=strata check::levels.micro.response.hill.q1 is 700.25, but has to be ≥ 720 (baseline: 800)',
    );
    expect(lines).toContain(
      '::notice title=strata check::The baseline has 9 rows,%0Athis file 10: 50%25 more',
    );
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^::(error|warning|notice) /u);
    expect(lines.at(-1)).toMatch(/^strata check: 2 of 3 limits are not kept/u);
  });

  it('count one limit and one flag as one', () => {
    const eleven = { ...passed, flags: many.flags.slice(0, 11) };
    expect(renderCheckGithub(eleven, asItIs)).toContain(
      'strata check: the limit is kept; 1 more flag is not shown here',
    );
    const failed = { ...outcome, results: outcome.results.slice(2) };
    expect(renderCheckGithub(failed, asItIs)).toContain('strata check: the limit is not kept');
    const all = { ...outcome, flags: many.flags.slice(0, 5_001) };
    expect(renderCheckSarif(all, asItIs)).toContain('1 less severe flag is left out');
  });

  it('stay below what GitHub shows', () => {
    const warnings = renderCheckGithub(many, asItIs).match(/^::warning/gmu);
    expect(warnings).toHaveLength(10);
    expect(renderCheckGithub(many, asItIs)).toContain('5,990 more flags are not shown here');
  });
});

describe('the table and JSON', () => {
  it('the table says every limit, and the failed ones in sentences', () => {
    const text = renderCheck(outcome, createStyle(false), Infinity, english);
    expect(text).toContain('ok    file.rows');
    expect(text).toMatch(/FAIL {2}levels\.macro\.instruction\.evenness +undefined +≤ 1/u);
    expect(text).toContain('FAILED: 2 of 3 limits not kept');
    expect(renderCheck(passed, createStyle(false), Infinity, english)).toContain(
      'passed: 1 limit kept',
    );
  });

  it('says it in Japanese', () => {
    const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
    const japanese = createTerminalWording((one) => bundle[one] ?? one, 'ja');
    const text = renderCheck(outcome, createStyle(false), Infinity, japanese);
    expect(text).toMatch(/^合格 {4}file\.rows/mu);
    expect(text).toMatch(/^要確認の行: 完全な重複 \d/mu);
    expect(text).toContain('不合格: 3 件の条件のうち 2 件を満たしていません');
    expect(text).toContain(
      'levels.micro.response.hill.q1 は 700.25 ですが、条件は ≥ 720 です (ベースライン: 800)',
    );
    expect(text).toContain('levels.macro.instruction.evenness は算出不可ですが');
  });

  it('JSON holds the same', () => {
    const json = JSON.parse(renderCheckJson(outcome)) as Record<string, unknown>;
    expect(json).toMatchObject({ schemaVersion: 1, passed: false, checks: outcome.results });
    expect(JSON.parse(renderCheckJson(passed))).toMatchObject({ passed: true });
  });

  it('JSON counts the flags of each kind', () => {
    const [first] = outcome.flags;
    const flags = [...many.flags.slice(0, 3), { ...first!, kind: 'template' as const }];
    const { flags: counts } = JSON.parse(renderCheckJson({ ...outcome, flags })) as {
      readonly flags: unknown;
    };
    expect(counts).toEqual({ 'row-error': 3, template: 1 });
  });
});

describe('what makes figures hard to compare', () => {
  it('counts one row as one', () => {
    const baseline = { ...sampleReport, file: { ...sampleReport.file, rows: 1 } };
    const notes = comparisonNotes(sampleReport, baseline, 1, asItIs);
    expect(notes[0]).toMatch(/^The baseline has 1 row, this file \d/u);
    expect(notes[1]).toMatch(/^Compared with the reference at 1 row each, /u);
  });
});

describe('flagged rows', () => {
  it('name no words of a slot where these are left out', () => {
    const { nearDuplicates } = sampleReport;
    const family = {
      frame: 'The ___ is near.',
      lines: [1, 2, 3],
      slotValueCount: 3,
      slotValues: [{ value: 'river', rows: 2 }],
    };
    const templates = { ...nearDuplicates.templates, families: [family] };
    const report = { ...sampleReport, nearDuplicates: { ...nearDuplicates, templates } };
    const reasonsOf = (texts: boolean) =>
      flaggedRows(report, texts, english)
        .filter(({ kind }) => kind === 'template')
        .map(({ reason }) => reason);
    expect(reasonsOf(false)).toEqual(['Same frame: “…” in 3 rows']);
    expect(reasonsOf(true)).toEqual([
      'Same frame: “The ___ is near.” in 3 rows; most often in the slot: “river”',
    ]);
  });

  it('are the most severe first, and quote no row unless asked', () => {
    const [without, withTexts] = [false, true].map((texts) =>
      flaggedRows(sampleReport, texts, english),
    );
    expect(without!.length).toBe(withTexts!.length);
    expect(new Set(without!.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    for (const { kind } of without!) expect(FLAG_KINDS).toContain(kind);
    const severities = without!.map(({ severity }) => severity);
    expect(severities).toEqual(severities.toSorted((a, b) => b - a));
    expect(JSON.stringify(without)).not.toEqual(JSON.stringify(withTexts));
  });
});
