import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordMeanings } from '../../../../src/metrics/embed/wordMeanings.ts';
import { createEnglishTagger } from '../../../../src/metrics/meso/englishTagger.ts';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import { mergeKinds } from '../../../../src/metrics/meso/mergeKinds.ts';
import { nameSimilarity } from '../../../../src/metrics/meso/nameSimilarity.ts';
import { synonymGroups } from '../../../../src/metrics/meso/synonymGroups.ts';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';
import { builtInTable } from '../../../unit/metrics/embed/builtInTable.ts';

const meanings = wordMeanings(builtInTable);
const tag = createEnglishTagger();
const similarity = nameSimilarity(meanings);
const words = 'car auto automobile bike bicycle dog animal pet cat mother mom father dad luggage';
const names = fc.uniqueArray(
  fc.constantFrom(...words.split(' '), 'car loan', 'auto loan', 'zzqx'),
  {
    minLength: 1,
  },
);

test('every two names of a cluster are as alike as the threshold asks', () => {
  fc.assert(
    fc.property(names, fc.double({ min: 0.3, max: 0.9, noNaN: true }), (some, threshold) => {
      const groups = synonymGroups(some, meanings, threshold);
      for (let a = 0; a < some.length; a++) {
        expect(groups[a]).toBeLessThanOrEqual(a);
        for (let b = 0; b < a; b++) {
          if (groups[a] !== groups[b]) continue;
          expect(similarity.of(some[a]!, some[b]!)).toBeGreaterThanOrEqual(threshold);
        }
      }
    }),
  );
});

test('merges the same names whatever the order of the rows', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), fc.func(fc.nat()), (rows, key) => {
      const merged = (order: readonly number[]) => {
        const counts = createKindCounts();
        for (const row of order) counts.add(row, tagKinds(rows[row]!));
        return [...mergeKinds(counts.data(), { meanings, tag }).names].sort();
      };
      const order = [...rows.keys()];
      expect(merged(order.toSorted((a, b) => key(a) - key(b)))).toEqual(merged(order));
    }),
  );
});
