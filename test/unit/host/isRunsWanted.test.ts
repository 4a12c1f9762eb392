import { expect, it, vi } from 'vitest';
import { isRunsWanted } from '../../../src/host/experiments/makeNextRuns.ts';

vi.mock('vscode', () => ({ Uri: URL }));

const file = new URL('file:///a');
const wanted = { table: file, pool: file, levels: ['macro-instruction'], size: 20 };

it.each([
  [{ count: 8 }, true],
  [{ count: 8, size: 100_000_000 }, true],
  [{ count: 8, size: '20' }, false],
  [{ count: 8, size: 19 }, false],
  [{ count: 8, size: 20.5 }, false],
  [{ count: 8, size: 100_000_001 }, false],
  [{ count: 3 }, false],
  [{ count: 8, levels: [] }, false],
  [{ count: 8, levels: ['size'] }, false],
  [{ count: 8, pool: 'file:///a.jsonl' }, false],
])('a command says which runs it wants: %o', (change, expected) => {
  expect(isRunsWanted({ ...wanted, ...change })).toBe(expected);
});
