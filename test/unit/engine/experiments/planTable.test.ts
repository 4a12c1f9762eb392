import { describe, expect, it } from 'vitest';
import { readRunTable } from '../../../../src/data/runTable/readRunTable.ts';
import { LEVEL_COLUMNS } from '../../../../src/data/runTable/runColumns.ts';
import { planTable, type PlanRequest } from '../../../../src/engine/experiments/planTable.ts';
import { simulatedRuns } from './simulatedRuns.ts';

const request: PlanRequest = {
  source: 'data/pool.jsonl',
  size: 10_000,
  levels: LEVEL_COLUMNS,
  count: 8,
  seed: 1,
};
const plan = (text: string | undefined, change: Partial<PlanRequest> = {}) =>
  planTable(readRunTable(text ?? ''), text, { ...request, ...change });

describe('planTable', () => {
  it('writes an empty table of runs with the commands that make their data sets', () => {
    const { edit, commands, untold } = plan(undefined);
    if (edit.kind !== 'new') throw new Error(edit.kind);
    const { columns, runs, faults } = readRunTable(edit.text);
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(8);
    const score = columns.findIndex(({ role }) => role === 'score');
    expect(runs.every(({ numbers }) => numbers[score] === undefined)).toBe(true);
    const made = columns.find(({ role }) => role === 'made-with')!;
    expect(runs.map(({ cells }) => cells[made.place])).toEqual(commands);
    expect(commands[0]).toBe(
      'strata select data/pool.jsonl --size 10000 --by macro-instruction --degree 0 --seed 1 --out data/pool-macro-instruction-0-of-10000.jsonl',
    );
    expect(new Set(commands.map((command) => /--by (\S+)/.exec(command)?.[1])).size).toBe(6);
    expect(untold).toEqual([]);
  });

  it('adds rows to a table, with names that it does not have', () => {
    const { header, rows } = simulatedRuns({ runs: 6, slopes: {} });
    const text = `${[header, ...rows, 'data/pool-micro-response-0-of-10000.jsonl'].join('\n')}\n`;
    const { edit, commands } = plan(text, { levels: ['micro-response'], count: 4 });
    if (edit.kind !== 'replaced') throw new Error(edit.kind);
    expect(edit.line).toBe(9);
    expect(commands[0]).toContain('--out data/pool-micro-response-0-of-10000-2.jsonl');
    expect(edit.text.split('\n')).toHaveLength(5);
  });

  it('says which levels so few runs cannot tell, unless earlier runs help', () => {
    expect(plan(undefined, { count: 4 }).untold).toEqual(LEVEL_COLUMNS);
    const { header, rows } = simulatedRuns({ runs: 8, slopes: {} });
    expect(plan([header, ...rows].join('\n'), { count: 4 }).untold).toEqual([]);
  });

  it('gives data sets of the same kind different seeds', () => {
    const { commands } = plan(undefined, { levels: ['meso-response'], count: 8 });
    expect(new Set(commands).size).toBe(8);
    expect(commands.some((command) => command.includes('--seed 2'))).toBe(true);
  });

  it('names files so that a shell takes them for one word, and for nothing else', () => {
    const { commands } = plan(undefined, { source: "a b'; rm -rf $HOME #.jsonl", count: 7 });
    expect(commands[0]).toMatch(/^strata select 'a b'\\''; rm -rf \$HOME #\.jsonl' --size /);
    expect(plan(undefined, { source: '-x.jsonl' }).commands[0]).toMatch(
      /^strata select '-x\.jsonl'/,
    );
  });

  it('plans nothing into a table that cannot be read', () => {
    expect(plan('score,score\n1,2\n').edit).toEqual({ kind: 'unreadable' });
  });
});
