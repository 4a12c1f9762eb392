import { describe, expect, it } from 'vitest';
import { expectationAdjustedDistinct } from '../../../../src/metrics/micro/expectationAdjustedDistinct.ts';
import { hapaxShare } from '../../../../src/metrics/micro/hapaxShare.ts';
import { hypergeometricDiversity } from '../../../../src/metrics/micro/hypergeometricDiversity.ts';
import { measureWords } from '../../../../src/metrics/micro/measureWords.ts';
import { movingAverageTypeTokenRatio } from '../../../../src/metrics/micro/movingAverageTypeTokenRatio.ts';
import { ngramDiversity } from '../../../../src/metrics/micro/ngramDiversity.ts';
import { selfRepetition } from '../../../../src/metrics/micro/selfRepetition.ts';
import { textualLexicalDiversity } from '../../../../src/metrics/micro/textualLexicalDiversity.ts';
import { zipfSlope } from '../../../../src/metrics/micro/zipfSlope.ts';
import { wordColumnsBuilder } from '../../../../src/metrics/text/wordColumns.ts';

const NOTHING = new Uint32Array(0);
const noRows = { values: NOTHING, offsets: new Uint32Array(1) };

describe('measures of words', () => {
  it('are undefined where there is nothing, or too little', () => {
    expect(hapaxShare([])).toBeUndefined();
    expect(expectationAdjustedDistinct(0, 0, 10)).toBeUndefined();
    expect(zipfSlope(NOTHING)).toBeUndefined();
    expect(zipfSlope(Uint32Array.of(9))).toBeUndefined();
    expect(movingAverageTypeTokenRatio(Uint32Array.of(0, 1), 2, 3)).toBeUndefined();
    expect(textualLexicalDiversity(NOTHING, 0)).toBeUndefined();
    expect(hypergeometricDiversity([20, 21])).toBeUndefined();
    expect(
      ngramDiversity({ values: Uint32Array.of(1, 2, 3), offsets: Uint32Array.of(0, 3) }),
    ).toBeUndefined();
    expect(selfRepetition(noRows)).toBeUndefined();
    expect(measureWords(wordColumnsBuilder().build())).toBeUndefined();
  });

  it('say what was wrong with an argument', () => {
    expect(() => movingAverageTypeTokenRatio(NOTHING, 0, 0)).toThrow(RangeError);
    expect(() => hypergeometricDiversity([50], 0)).toThrow(RangeError);
    expect(() => expectationAdjustedDistinct(3, 2, 10)).toThrow(RangeError);
    expect(() => expectationAdjustedDistinct(1, 2, 0)).toThrow(RangeError);
    expect(() => zipfSlope(Uint32Array.of(1, 2))).toThrow(RangeError);
  });

  it('count as by hand', () => {
    expect(hapaxShare([1, 0, 2, 1, 5])).toBe(2 / 4);
    // Windows 01, 10, 00 of two words.
    expect(movingAverageTypeTokenRatio(Uint32Array.of(0, 1, 0, 0), 2, 2)).toBeCloseTo(5 / 6, 12);
    // Forwards 1, 1, 2/3: a factor of three words; nothing is left. Backwards 1, 1/2: a factor of two, then one word.
    expect(textualLexicalDiversity(Uint32Array.of(0, 1, 1), 2)).toBeCloseTo((3 + 3) / 2, 12);
    // All words differ: the text's own length.
    expect(textualLexicalDiversity(Uint32Array.of(0, 1, 2), 3)).toBe(3);
    // Of 1, 1, 0 two are drawn: 1 surely, 0 in two of three draws.
    expect(hypergeometricDiversity([1, 2], 2)).toBeCloseTo((2 / 3 + 1) / 2, 12);
    // 0 1 2 3 | 0 1 2 3: 4/8 + 4/7 + 4/6 + 4/5.
    expect(
      ngramDiversity({
        values: Uint32Array.of(0, 1, 2, 3, 0, 1, 2, 3),
        offsets: Uint32Array.of(0, 4, 8),
      }),
    ).toBeCloseTo(4 / 8 + 4 / 7 + 4 / 6 + 4 / 5, 12);
    // The first two rows share their 4-gram, the third is too short.
    expect(
      selfRepetition({
        values: Uint32Array.of(0, 1, 2, 3, 0, 1, 2, 3, 9),
        offsets: Uint32Array.of(0, 4, 8, 9),
      }),
    ).toBeCloseTo((2 * Math.log(2)) / 3, 12);
  });
});
