import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';
import known from './offDistributionScore.json' with { type: 'json' };

/** The engine keeps distances and surprises as 32-bit numbers. */
const DIGITS = 4;

test('rows are off the distribution as offDistributionScore.py has it, by its own distances, surprises and tail', async () => {
  const file = known.records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const { report } = await inspectInline(memorySource(file), {
    selection: { embedding: 'vector' },
    settings: {
      ...defaultSettings,
      offDistributionFalsePositiveRate: known.falsePositiveRate,
    },
  });
  const found = report.offDistribution.map(({ line, score, evidence }) => ({
    line,
    score: rounded(score),
    evidence: evidence.map((one) => {
      if (one.code === 'far-from-all') {
        const { code, meanCosineDistance, medianCosineDistance } = one;
        return { code, value: rounded(meanCosineDistance), typical: rounded(medianCosineDistance) };
      }
      if (one.code !== 'odd-wording') return one;
      const { code, surpriseBits, typicalSurpriseBits } = one;
      return { code, value: rounded(surpriseBits), typical: rounded(typicalSurpriseBits) };
    }),
  }));
  expect(found).toEqual(
    known.flagged.map(({ line, score, evidence }) => ({
      line,
      score: rounded(score),
      evidence: evidence.map(({ code, value, typical }) => ({
        code,
        value: rounded(value),
        typical: rounded(typical),
      })),
    })),
  );
});

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
