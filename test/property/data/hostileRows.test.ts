import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { recordFacts } from '../../../src/data/recordFacts.ts';
import { rejectedText } from '../../../src/data/rejectedText.ts';
import { noTextError, textViews } from '../../../src/data/textViews.ts';
import { root } from '../../contract/sources.ts';

/** A row of every shape that the documentation shows. */
const ROWS = readFileSync(join(root, 'docs/shapes.md'), 'utf8')
  .split('\n')
  .flatMap(
    (line) => /^\| `[\w-]+` +\| `(\{.*?\})` +\|/.exec(line.replaceAll('\\|', '‖'))?.[1] ?? [],
  )
  .map((row) => JSON.parse(row.replaceAll('‖', '|')) as JsonObject);
const NAMES = [...new Set(ROWS.flatMap((row) => Object.keys(row)))];

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 0.5, true, '', ' ', 'b', 'A b', '[[{"role": "user"}]]'),
  fc.constantFrom<unknown>([], [[]], [null], {}, [{}], [[{}]], [['a']], [['a', 'b'], null]),
  fc.constantFrom<unknown>([{ role: 1 }], { role: 'user', content: {} }, [
    { label: true, text: 3 },
  ]),
  fc.constantFrom<unknown>([{ rank: 'x' }, { rank: 1, text: 'a b' }], { text: null }, [
    true,
    false,
  ]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A row with some values replaced, some fields taken from others, and some left out. */
const hostileRow: fc.Arbitrary<JsonObject> = fc
  .record({
    row: fc.constantFrom(...ROWS),
    odd: fc.dictionary(fc.constantFrom(...NAMES), oddValue, { maxKeys: 4 }),
    other: fc.constantFrom(...ROWS),
    left: fc.subarray(NAMES, { maxLength: 3 }),
    isMixed: fc.boolean(),
  })
  .map(({ row, odd, other, left, isMixed }) => {
    const mixed = { ...(isMixed && other), ...row, ...odd };
    return Object.fromEntries(Object.entries(mixed).filter(([name]) => !left.includes(name)));
  });

test('a file of rows that are of no shape, or of several, is read, or each row says why not', () => {
  fc.assert(
    fc.property(fc.array(hostileRow, { minLength: 1, maxLength: 6 }), (rows) => {
      const plan = structuredClone(planFields(rows, {}));
      for (const row of rows) {
        const views = textViews(row, plan);
        recordFacts(row, views?.shape ?? 'fields');
        if (!views) {
          if (!/^[A-Z].*\.$/s.test(noTextError(1, row, plan).message)) return false;
          continue;
        }
        const texts = [views.instruction, views.response].filter((text) => text !== undefined);
        if (texts.length === 0 || texts.some((text) => !/\S/.test(text))) return false;
        rejectedText(views.shape, row, plan);
      }
      return true;
    }),
    { numRuns: 100 },
  );
});
