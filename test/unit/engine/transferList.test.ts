import { describe, expect, it } from 'vitest';
import { transferList } from '../../../src/engine/transferList.ts';

describe('transferList', () => {
  it('finds the buffers of typed arrays in objects and lists, each once', () => {
    const column = { values: new Uint32Array(2), offsets: new Uint32Array(3) };
    const message = { id: 1, result: { column, again: column.values, parts: [{ column }] } };
    expect(transferList(message)).toEqual([column.values.buffer, column.offsets.buffer]);
  });

  it('looks into every object of a list, and not into maps and sets', () => {
    const [a, b, c] = [new Uint8Array(1), new Uint8Array(2), new Uint8Array(3)] as const;
    const message = { parts: [{ a }, { b }], map: new Map([['c', c]]), set: new Set([c]) };
    expect(transferList(message)).toEqual([a.buffer, b.buffer]);
    // A map and a set have no properties that would be looked at by mistake: give them one.
    const map = Object.assign(new Map(), { c });
    const set = Object.assign(new Set(), { c });
    expect(transferList({ map, set })).toEqual([]);
  });

  it('leaves shared memory, texts and null alone', () => {
    const shared = new Uint32Array(new SharedArrayBuffer(8));
    expect(transferList({ shared, text: 'a', nothing: null, list: ['a', 1] })).toEqual([]);
  });
});
