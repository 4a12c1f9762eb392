import { expect, test } from 'vitest';
import { isSameData } from '../../../../src/webview/client/isSameData.ts';

const data = () => ({
  text: 'a',
  none: undefined,
  list: [1, { two: [NaN, null] }],
  bytes: Uint8Array.of(1, 2, 3),
  floats: Float32Array.of(0.5, -1).subarray(1),
});

test.each([
  ['a structured clone', structuredClone(data()), true],
  ['another text', { ...data(), text: 'b' }, false],
  ['another number far inside', { ...data(), list: [1, { two: [0, null] }] }, false],
  ['a key more', { ...data(), more: 1 }, false],
  ['another key without a value', { ...data(), none: undefined, bytes: undefined }, false],
  ['another byte', { ...data(), bytes: Uint8Array.of(1, 2, 4) }, false],
  ['the same bytes as other numbers', { ...data(), bytes: Int8Array.of(1, 2, 3) }, false],
  ['a list in place of bytes', { ...data(), bytes: [1, 2, 3] }, false],
  ['an object in place of a list', { ...data(), list: { 0: 1 } }, false],
  ['nothing', null, false],
])('%s', (_what, other, isSame) => {
  expect(isSameData(data(), other)).toBe(isSame);
  expect(isSameData(other, data())).toBe(isSame);
});
