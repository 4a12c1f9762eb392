import { describe, expect, it } from 'vitest';
import { countTypes } from '../../../../src/metrics/micro/countTypes.ts';
import { expectationAdjustedDistinct } from '../../../../src/metrics/micro/expectationAdjustedDistinct.ts';
import { hapaxShare } from '../../../../src/metrics/micro/hapaxShare.ts';
import { ngramDiversity } from '../../../../src/metrics/micro/ngramDiversity.ts';
import { selfRepetition } from '../../../../src/metrics/micro/selfRepetition.ts';
import { zipfSlope } from '../../../../src/metrics/micro/zipfSlope.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';
import { wordColumnsBuilder } from '../../../../src/metrics/text/wordColumns.ts';
import { wordReader } from '../../../../src/metrics/text/wordReader.ts';
import { hasSharedData, readShared } from '../readShared.ts';

// All values come from diversity.py.
const columnOf = (rows: readonly (readonly string[])[]) => {
  const numbers = new Map<string, number>();
  const column = tokenColumnBuilder();
  for (const row of rows) {
    for (const token of row) {
      if (!numbers.has(token)) numbers.set(token, numbers.size);
      column.push(numbers.get(token)!);
    }
    column.endRow();
  }
  return column.build();
};

describe('expectation-adjusted distinct', () => {
  it.each([
    [4, 7, 5, 1.0122932897102412],
    [11_949, 342_680, 199_998, 0.07288253012037021],
    [1, 1, 199_998, 1],
    [300, 100_000, 300, 1],
  ])('%i types of %i tokens, vocabulary %i', (types, tokens, vocabulary, expected) => {
    expect(expectationAdjustedDistinct(types, tokens, vocabulary)).toBeCloseTo(expected, 12);
  });
});

describe('Zipf slope', () => {
  it.each([
    [[100, 50, 33, 25, 20], -1.0020463205790437],
    [[3, 2, 1, 1], -0.843230766966885],
    [[1000, ...Array.from({ length: 50 }, () => 1)], -3.120636618102444],
    [[7, 7, 7], 0],
  ])('%j', (counts, expected) => {
    expect(zipfSlope(Uint32Array.from(counts))).toBeCloseTo(expected, 8);
  });
});

describe.skipIf(!hasSharedData)('GSM8K (needs ../shared/data)', () => {
  const rows = hasSharedData ? readShared('gsm8k-train') : [];
  it.each([
    { field: 'question', diversity: 2.185776442125788, repetition: 2.8778713161399185 },
    { field: 'answer', diversity: 2.3220057953779607, repetition: 2.8498793062891257 },
  ])('$field: n-gram diversity and self-repetition', ({ field, diversity, repetition }) => {
    const texts = rows.map((row) => row[field] as string);
    expect(ngramDiversity(columnOf([texts.join(' ').split(' ')]))).toBeCloseTo(diversity, 12);
    // The product's own reading of white space is Python's here.
    const words = wordColumnsBuilder();
    const read = wordReader();
    for (const text of texts) {
      words.add(read(text));
      words.endRow();
    }
    expect(selfRepetition(words.build().tokens)).toBeCloseTo(repetition, 10);
  });

  it('hapax share and Zipf slope of the words of the questions', () => {
    const words = rows.map(
      ({ question }) => (question as string).toLowerCase().match(/[a-z0-9]+/g) ?? [],
    );
    const counts = Uint32Array.from(countTypes([columnOf(words)]).together.sample.occurrences);
    expect(hapaxShare(counts)).toBeCloseTo(0.2909866934471504, 12);
    expect(zipfSlope(counts.sort().reverse())).toBeCloseTo(-1.0101161051204546, 8);
  });
});
