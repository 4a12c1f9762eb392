import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planFields } from '../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../src/data/jsonObject.ts';
import { SHAPE_IDS } from '../../src/data/rowTypes.ts';
import { textViews } from '../../src/data/textViews.ts';
import { root } from './sources.ts';

const page = readFileSync(join(root, 'docs/shapes.md'), 'utf8');

/** The cells in code type of each row of the table, where `|` is written `\\|`. */
const examples = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().slice(1, -1).replaceAll('\\|', '|')),
  );

describe('docs/shapes.md', () => {
  it.each(examples)('%s: %s', (shape, row, instruction, response) => {
    const record = JSON.parse(row) as JsonObject;
    const views = textViews(record, planFields([record], {}));
    expect([views?.shape, views?.instruction, views?.response]).toEqual([
      shape,
      instruction ? JSON.parse(instruction) : undefined,
      response ? JSON.parse(response) : undefined,
    ]);
  });

  it('shows a row of every shape but that of rows without the fields of their file', () => {
    const shown = new Set(examples.map(([shape]) => shape));
    expect(SHAPE_IDS.filter((shape) => !shown.has(shape))).toEqual(['own-fields']);
  });
});
