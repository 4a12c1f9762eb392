import { describe, expect, it, test } from 'vitest';
import { areaInterval } from '../../../../src/metrics/compare/areaInterval.ts';
import { pairsWon } from '../../../../src/metrics/compare/pairsWon.ts';
import { classifierTwoSampleTest } from '../../../../src/metrics/compare/classifierTwoSampleTest.ts';
import { tokenFeatures } from '../../../../src/metrics/compare/tokenFeatures.ts';
import { whitenRows } from '../../../../src/metrics/compare/whitenRows.ts';
import { createBytePairTokenizer } from '../../../../src/metrics/text/bytePairTokenizer.ts';
import { bytePairTable } from '../../../support/bytePairTable.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';
import { embedRows } from '../../../unit/metrics/embed/embeddedTexts.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import { hasSharedData, readShared } from '../readShared.ts';
import known from './classifierValues.json' with { type: 'json' };

// Values made by classifierValues.py, beside this file.

test('rows are whitened by the shrunk covariance', () => {
  const { rows, products } = known.whitening;
  const whitened = whitenRows(matrixOf(rows));
  products.forEach((line, i) => {
    line.forEach((product, j) => {
      let dot = 0;
      for (let k = 0; k < 16; k++) {
        dot += (whitened[16 * i + k]! / 16) * (whitened[16 * j + k]! / 16);
      }
      expect(Math.abs(dot - product)).toBeLessThan(0.4);
    });
  });
});

test('the held-out area is that of linear discriminant analysis with shrinkage', () => {
  const { dataset, reference, area } = known.classifier;
  const areas = Array.from(
    { length: 20 },
    (_, seed) =>
      classifierTwoSampleTest(matrixOf(dataset), matrixOf(reference), { seed })!.areaUnderRoc,
  );
  expect(Math.abs(areas.reduce((sum, each) => sum + each, 0) / 20 - area)).toBeLessThan(0.005);
});

test('pairs won are the area under the curve, ties counting half', () => {
  const { scores, positive, area } = known.area;
  const positives = positive.reduce((sum, label) => sum + label, 0);
  const won = pairsWon(Int32Array.from(scores), positive, new Float64Array(scores.length));
  expect(won / (positives * (scores.length - positives))).toBeCloseTo(area, 14);
});

test.each(known.intervals)('interval of $area, $positives against $negatives', (expected) => {
  const { area, positives, negatives, deviation, low, high } = expected;
  const interval = areaInterval(area, positives, negatives, deviation);
  expect(interval.low).toBeCloseTo(low, 10);
  expect(interval.high).toBeCloseTo(high, 10);
});

describe.skipIf(!hasSharedData)('known files (needs ../shared/data)', () => {
  const textsOf = (name: string, ...fields: string[]) =>
    readShared(name).map((row) => fields.map((field) => String(row[field])));

  const pairs = [
    {
      pair: 'gsm8k-train, -test',
      dataset: () => textsOf('gsm8k-train', 'question', 'answer'),
      reference: () => textsOf('gsm8k-test', 'question', 'answer'),
      isShifted: false,
    },
    {
      pair: 'sst2-generated, -gold',
      dataset: () => textsOf('sst2-generated', 'text'),
      reference: () => textsOf('sst2-gold', 'sentence'),
      isShifted: true,
    },
    {
      pair: 'evals-lm-written, -human-written',
      dataset: () => textsOf('evals-lm-written', 'question'),
      reference: () => textsOf('evals-human-written', 'question'),
      isShifted: true,
    },
  ];

  it.each(pairs)('$pair, by meaning', ({ dataset, reference, isShifted }) => {
    const result = classifierTwoSampleTest(embedRows(dataset()), embedRows(reference()), {
      seed: 1,
    })!;
    expect(result.pValue <= 0.01).toBe(isShifted);
    expect(result.areaUnderRoc > 0.95).toBe(isShifted);
  });

  it.each(pairs)('$pair, by tokens', ({ dataset, reference, isShifted }) => {
    const tokenizer = createBytePairTokenizer(bytePairTable('o200k_base'));
    const tokensOf = (rows: string[][]) => {
      const column = tokenColumnBuilder();
      for (const texts of rows) {
        for (const text of texts) tokenizer.encodeInto(text, column);
        column.endRow();
      }
      return column.build();
    };
    const features = tokenFeatures(tokensOf(dataset()), tokensOf(reference()), { seed: 1 });
    const result = classifierTwoSampleTest(features.dataset, features.reference, { seed: 1 })!;
    expect(result.pValue <= 0.01).toBe(isShifted);
    expect(result.areaUnderRoc > 0.95).toBe(isShifted);
  });
});
