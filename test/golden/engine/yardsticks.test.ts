import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sets, yardsticksOf } from '../../../scripts/make-yardsticks.mjs';
import table from '../../../src/engine/yardsticks.json' with { type: 'json' };
import { inspectInline } from '../../support/inspectInline.ts';

const sharedData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

it('the table has every set of the script, and figures in order', () => {
  expect(table.sets.map(({ file }) => file)).toEqual(sets.map(({ file }) => file));
  const figures = table.sets.flatMap(({ levels }) =>
    Object.values(levels).flatMap((fields) => Object.values(fields)),
  );
  expect(figures.length).toBeGreaterThan(40);
  for (const { q1, low, high } of figures) expect(low <= q1 && q1 <= high && low >= 1).toBe(true);
});

describe.skipIf(!existsSync(sharedData))('the figures of the table', () => {
  it.each(['gpteacher-roleplay', 'oasst-zh'])('%s: as the script finds them', async (file) => {
    const source = { kind: 'file', path: `${sharedData}${file}.jsonl` } as const;
    const { report } = await inspectInline(source, { selection: { tags: 'no-such-key' } });
    const committed = table.sets.find((set) => set.file === file)!;
    expect(report.file.rows).toBe(committed.rows);
    expect(yardsticksOf(report)).toEqual(committed.levels);
  });
});
