import { expect, test } from 'vitest';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';
import known from './templateFamilies.json' with { type: 'json' };

test('rows alike but for one slot are the families of templateFamilies.py, which tries every slot of every text', async () => {
  const file = known.texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
  const { report } = await inspectInline(memorySource(file));
  const { families } = report.nearDuplicates.templates;
  const found = families.map(({ lines, slotValueCount }) => ({ lines, slotValueCount }));
  expect(found.toSorted((a, b) => a.lines[0]! - b.lines[0]!)).toEqual(known.families);
});
