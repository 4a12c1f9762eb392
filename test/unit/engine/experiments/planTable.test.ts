import { describe, expect, it } from 'vitest';
import { readRunTable } from '../../../../src/data/runTable/readRunTable.ts';
import { LEVEL_COLUMNS } from '../../../../src/data/runTable/runColumns.ts';
import {
  commonRowsOf,
  planTable,
  type PlanRequest,
} from '../../../../src/engine/experiments/planTable.ts';
import { DEFAULT_SELECT_SETTINGS } from '../../../../src/engine/select/selection.ts';
import { simulatedRuns } from './simulatedRuns.ts';

const request: PlanRequest = {
  source: 'data/pool.jsonl',
  taken: [],
  size: 10_000,
  levels: LEVEL_COLUMNS,
  count: 8,
  seed: 1,
};
const plan = (text: string | undefined, change: Partial<PlanRequest> = {}) => {
  const { sets, untold } = planTable(readRunTable(text ?? ''), { ...request, ...change });
  return { sets, untold, commands: sets.map(({ command }) => command) };
};

describe('planTable', () => {
  it('names data sets with the commands that make them', () => {
    const { sets, commands, untold } = plan(undefined);
    expect(sets).toHaveLength(8);
    expect(sets[0]).toEqual({
      data: 'data/pool-macro-instruction-0-of-10000.jsonl',
      select: {
        ...DEFAULT_SELECT_SETTINGS,
        strategy: 'macro-instruction',
        size: 10_000,
        degree: 0,
        seed: 1,
      },
      command:
        'strata select data/pool.jsonl --size 10000 --by macro-instruction --degree 0 --seed 1 --out data/pool-macro-instruction-0-of-10000.jsonl',
    });
    expect(new Set(commands.map((command) => /--by (\S+)/.exec(command)?.[1])).size).toBe(6);
    expect(untold).toEqual([]);
  });

  it('gives names that neither the table nor the folder has', () => {
    const { header, rows } = simulatedRuns({ runs: 6, slopes: {} });
    const stem = 'data/pool-micro-response-0-of-10000';
    const text = `${[header, ...rows, `${stem}.jsonl`].join('\n')}\n`;
    const { sets } = plan(text, {
      levels: ['micro-response'],
      count: 4,
      taken: [`${stem}-2.jsonl`],
    });
    expect(sets[0]!.data).toBe(`${stem}-3.jsonl`);
    expect(sets).toHaveLength(4);
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
});

describe('commonRowsOf', () => {
  const at = (size: number, ...rows: readonly string[]) =>
    commonRowsOf(readRunTable(['data,common-rows', ...rows].join('\n')), size, 1000);

  it('is that of the runs where they agree and the data sets have as many rows', () => {
    expect(at(500, 'a,450', 'b,450', 'c,')).toBe(450);
    expect(at(449, 'a,450', 'b,450')).toBe(359);
  });

  it('is the usual one else, or less where the data sets are small', () => {
    expect(at(5000)).toBe(1000);
    expect(at(5000, 'a,450', 'b,300')).toBe(1000);
    expect(at(100)).toBe(80);
  });

  it.each(['0', '-3', '12.5'])('is not %s, which no rows can be', (wrong) => {
    expect(at(500, `a,${wrong}`)).toBe(400);
  });
});
