import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoChunks } from '../../../src/engine/chunks.ts';

const starts = (lengths: readonly number[]) => {
  const offsets = [0];
  for (const length of lengths) offsets.push(offsets.at(-1)! + length);
  return Float64Array.from(offsets);
};

describe('cutIntoChunks', () => {
  it('covers every line once, in order, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 << 20 })), (lengths) => {
        const chunks = cutIntoChunks(starts(lengths));
        expect(chunks.flatMap(({ fromLine, toLine }) => range(fromLine, toLine))).toEqual(
          range(0, lengths.length),
        );
      }),
    );
  });

  it('keeps a line longer than a chunk whole, in a chunk of its own', () => {
    expect(cutIntoChunks(starts([10, 10 << 20, 10]))).toEqual([
      { fromLine: 0, toLine: 1 },
      { fromLine: 1, toLine: 2 },
      { fromLine: 2, toLine: 3 },
    ]);
  });

  it('begins a large file with two small chunks, which are shown first', () => {
    const lines = (count: number) => starts(Array.from({ length: count }, () => 1 << 10));
    const sizes = (count: number) =>
      cutIntoChunks(lines(count)).map(({ fromLine, toLine }) => toLine - fromLine);
    expect(sizes(8 << 10).slice(0, 4)).toEqual([256, 256, 1024, 1024]);
    expect(sizes((8 << 10) - 1).slice(0, 3)).toEqual([1024, 1024, 1024]);
  });

  it('gives no chunk for no line', () => {
    expect(cutIntoChunks(Float64Array.of(0))).toEqual([]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
