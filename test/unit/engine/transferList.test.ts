import { describe, expect, it } from 'vitest';
import { transferList } from '../../../src/engine/transferList.ts';

describe('transferList', () => {
  it('finds the buffers of typed arrays in objects and lists, each once', () => {
    const column = { values: new Uint32Array(2), offsets: new Uint32Array(3) };
    const message = { id: 1, result: { column, again: column.values, parts: [{ column }] } };
    expect(transferList(message)).toEqual([column.values.buffer, column.offsets.buffer]);
  });

  it('leaves shared memory, texts and null alone', () => {
    const shared = new Uint32Array(new SharedArrayBuffer(8));
    expect(transferList({ shared, text: 'a', nothing: null, list: ['a', 1] })).toEqual([]);
  });
});
