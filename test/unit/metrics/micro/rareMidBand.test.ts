import { describe, expect, test } from 'vitest';
import { rareMidBand } from '../../../../src/metrics/micro/rareMidBand.ts';
import { kindSample } from '../../../../src/metrics/stats/kindSample.ts';

const band = { minCount: 2, maxCount: 4 };

/** @param rows words of each row, by their place in `names` */
function rare(names: readonly string[], rows: readonly (readonly number[])[], limits = band) {
  const values = Uint32Array.from(rows.flat());
  let end = 0;
  const offsets = Uint32Array.from([0, ...rows.map((row) => (end += row.length))]);
  const sample = kindSample(values, offsets, names.length);
  return rareMidBand(sample, limits, (kind) => names[kind]!);
}

describe('rare words of the mid-band', () => {
  test('are those that fewest rows have, among equals by a hash, with the first rows', () => {
    const names = [' often', ' river', ' market', ' once', ' always', ' streams'];
    const rows = [
      [0, 4, 4, 1, 5],
      [0, 1, 4, 2, 2, 5],
      [4, 3, 0],
      [4, 0],
    ];
    // once occurs once, always five times: outside the band.
    expect(rare(names, rows)).toEqual([
      { name: 'market', rows: 1, places: [1] },
      // FNV-1a of the UTF-16 units, finalised by lowbias32: 3179894095 and 3286247024.
      { name: 'river', rows: 2, places: [0, 1] },
      { name: 'streams', rows: 2, places: [0, 1] },
      { name: 'often', rows: 4, places: [0, 1, 2] },
    ]);
  });

  test('are no parts, marks or numbers; from two letters where words have no spaces', () => {
    const names = ['ing', ' con', ' 2024', '\n\n', '配送', 'の', ' Straße', 'ที่'];
    const every = [...names.keys()].flatMap((kind) => [kind, 3]);
    const rows = [every.slice(0, -2), every, [7]];
    const found = rare(names, rows, { minCount: 2, maxCount: 2 }).map(({ name }) => name);
    expect(found).toEqual(['Straße', 'ที่', '配送']);
  });

  test('are no beginnings of longer words', () => {
    const names = [' comm', 'unity', ' market', ',', '市場', '調査'];
    const rows = [
      [0, 3, 2, 3, 4, 5],
      [0, 1, 2, 3, 4],
    ];
    expect(rare(names, rows).map(({ name }) => name)).toEqual(['市場', 'market']);
  });

  test('are not all of one script, and each once whatever its case', () => {
    const names = Array.from('送達信電布置給水色線').flatMap((han, at) => {
      const letter = 'abcdefghij'[at];
      return [` word${letter}`, ` Word${letter}`, `配${han}`];
    });
    const comma = names.length;
    const row = [...names.keys()].flatMap((kind) => [kind, comma]);
    const lower = row.filter((kind) => kind % 3 === 0);
    const foundIn = (...rows: number[][]) =>
      rare([...names, ','], rows).map(({ name }) => name.slice(0, 1));
    expect([...new Set(foundIn(row, row))].sort()).toEqual(['w', '配']);
    expect(foundIn(row, row, lower)).not.toContain('W');
  });

  test('are ten at most', () => {
    const names = Array.from({ length: 20 }, (_, kind) => ` word${'abcdefghijklmnopqrst'[kind]}`);
    const every = [...names.keys()];
    expect(rare(names, [every, every])).toHaveLength(10);
  });

  test('are none of a sample without rows', () => {
    expect(rare([], [])).toEqual([]);
  });
});
