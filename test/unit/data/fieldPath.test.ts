import { expect, test } from 'vitest';
import { valueAt } from '../../../src/data/fieldPath.ts';

const record = {
  text: 'top',
  'a.b': 'dotted',
  a: { b: 'nested', c: null },
  instances: [{ output: 'first' }, { output: 'second' }],
};

test.each([
  ['text', 'top'],
  ['a.b', 'dotted'],
  ['a.c', null],
  ['instances.1.output', 'second'],
  ['instances.2.output', undefined],
  ['instances.length', undefined],
  ['instances.-1', undefined],
  ['text.0', undefined],
  ['constructor', undefined],
  ['a.__proto__', undefined],
  ['', undefined],
])('%j leads to %j', (path, expected) => {
  expect(valueAt(record, path)).toBe(expected);
});
