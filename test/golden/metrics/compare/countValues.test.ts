import { describe, expect, it, test } from 'vitest';
import { jensenShannonDivergence } from '../../../../src/metrics/compare/jensenShannonDivergence.ts';
import { logOddsRatios } from '../../../../src/metrics/compare/logOddsRatios.ts';
import { hypergeometricDeviate } from '../../../../src/metrics/stats/hypergeometricDeviate.ts';
import { normalQuantile } from '../../../../src/metrics/stats/normalQuantile.ts';
import { hasSharedData, readShared } from '../readShared.ts';
import known from './countValues.json' with { type: 'json' };

// Values made by countValues.py, beside this file.

describe('jensenShannonDivergence', () => {
  it.each(known.divergences)('$dataset against $reference', ({ dataset, reference, bits }) => {
    expect(jensenShannonDivergence(dataset, reference)).toBeCloseTo(bits, 14);
  });

  /** Occurrences of words, lower case, kinds in one order for both. */
  function wordCounts(
    ...texts: readonly (readonly [file: string, field: string])[]
  ): Uint32Array[] {
    const numbers = new Map<string, number>();
    const words = texts.map(([file, field]) =>
      readShared(file).flatMap((row) =>
        Array.from(
          String(row[field])
            .toLowerCase()
            .match(/[a-z0-9]+/g) ?? [],
          (word) => {
            if (!numbers.has(word)) numbers.set(word, numbers.size);
            return numbers.get(word)!;
          },
        ),
      ),
    );
    return words.map((list) => {
      const counts = new Uint32Array(numbers.size);
      for (const word of list) counts[word]!++;
      return counts;
    });
  }

  it.skipIf(!hasSharedData)('GSM8K (needs ../shared/data)', () => {
    const [train, test] = wordCounts(['gsm8k-train', 'question'], ['gsm8k-test', 'question']);
    expect(jensenShannonDivergence(train!, test!)).toBeCloseTo(known.gsm8k.trainTestQuestion, 12);
    const [questions, answers] = wordCounts(['gsm8k-train', 'question'], ['gsm8k-train', 'answer']);
    expect(jensenShannonDivergence(questions!, answers!)).toBeCloseTo(
      known.gsm8k.trainQuestionAnswer,
      12,
    );
  });
});

test('logOddsRatios lists the kinds beyond its limit, with the known ratios', () => {
  const { dataset, datasetTotal, reference, referenceTotal, ratios } = known.logOdds;
  const found = logOddsRatios(
    { counts: dataset, total: datasetTotal },
    { counts: reference, total: referenceTotal },
    { most: 10 },
  )!;
  // Two-sided, 5 % shared among the six kinds in use: scipy.stats.norm.isf(0.05 / 12).
  expect(found.zLimit).toBeCloseTo(2.638_257_273_476_751, 10);
  const expected = ratios.filter(({ z }) => Math.abs(z) >= found.zLimit);
  const listed = [...found.overUsed, ...found.underUsed].sort((a, b) => a.kind - b.kind);
  expect(listed.map(({ kind }) => kind)).toEqual(expected.map(({ kind }) => kind));
  listed.forEach(({ logOddsRatio, z }, at) => {
    expect(logOddsRatio).toBeCloseTo(expected[at]!.logOddsRatio, 12);
    expect(z).toBeCloseTo(expected[at]!.z, 9);
  });
  expect(found.overUsed.map(({ kind }) => kind)).toEqual([6, 3]);
  expect(found.underUsed.map(({ kind }) => kind)).toEqual([0, 2]);
});

test('logOddsRatios lists a kind that two files of 300 rows have beyond chance', () => {
  const useOf = (counts: readonly number[]) => ({ counts, total: 300 });
  const found = logOddsRatios(useOf([60, 60, 94, 86]), useOf([76, 76, 58, 90]), { most: 10 })!;
  // scipy.stats.fisher_exact: p = .00098 both-sided, .0039 for four kinds.
  expect(found.overUsed.map(({ kind }) => kind)).toEqual([2]);
  expect(found.underUsedKinds).toBe(0);
});

test('hypergeometricDeviate', () => {
  for (const { z, ...counts } of known.deviates) {
    expect(Math.abs(hypergeometricDeviate(counts) - z)).toBeLessThan(1e-8);
  }
});

test('normalQuantile', () => {
  for (const { p, quantile } of known.normalQuantiles) {
    expect(Math.abs(normalQuantile(p) - quantile)).toBeLessThan(
      1e-12 * Math.max(1, Math.abs(quantile)),
    );
  }
  expect(() => normalQuantile(0)).toThrow(RangeError);
});
