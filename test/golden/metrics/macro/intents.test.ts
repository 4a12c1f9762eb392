import { describe, expect, test } from 'vitest';
import { findTopics } from '../../../../src/metrics/macro/topics.ts';
import { embedRows } from '../../../unit/metrics/embed/embeddedTexts.ts';
import { hasSharedData, readShared } from '../readShared.ts';

function entropy(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const shares = Array.from(counts.values(), (count) => count / labels.length);
  return shares.reduce((sum, share) => sum - share * Math.log(share), 0);
}

/** Harmonic mean of homogeneity and completeness, as v_measure_score of scikit-learn (Rosenberg & Hirschberg 2007). */
function vMeasure(found: readonly string[], truth: readonly string[]): number {
  const joint = entropy(found.map((topic, row) => `${topic} ${truth[row]!}`));
  const total = entropy(found) + entropy(truth);
  return (2 * (total - joint)) / total;
}

describe.skipIf(!hasSharedData)(
  'human intents, which topics are to find again (needs ../shared/data)',
  () => {
    // k-means that is told the number of intents reaches .80 and .67 on the same vectors.
    test.each([
      ['clinc-full', 'intent', 150, 0.81],
      ['banking77-train', 'category', 77, 0.72],
    ])('%s: V-measure with %s', (file, label, kinds, atLeast) => {
      const rows = readShared(file).filter((row) => row['is_oos'] !== true);
      const { topicOfRow, rowsOfTopic } = findTopics(
        embedRows(rows.map((row) => [String(row['text'])])),
      );
      const inTopic = rows.map((_, row) => row).filter((row) => topicOfRow[row]! >= 0);
      const found = inTopic.map((row) => String(topicOfRow[row]));
      const truth = inTopic.map((row) => String(rows[row]![label]));
      expect(vMeasure(found, truth)).toBeGreaterThan(atLeast);
      expect(rowsOfTopic.length).toBeGreaterThan(kinds / 2);
      expect(rowsOfTopic.length).toBeLessThan(kinds * 2);
      expect(inTopic.length).toBeGreaterThan(0.9 * rows.length);
    });
  },
);
