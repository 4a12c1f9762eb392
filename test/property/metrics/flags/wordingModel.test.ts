import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forEachWording, type WordingOptions } from '../../../../src/metrics/flags/wordingModel.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';

const VOCABULARY = 200_000;

function columnOf(rows: readonly (readonly number[])[]): TokenColumn {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    for (const token of row) column.push(token);
    column.endRow();
  }
  return column.build();
}

function bitsOf(rows: readonly (readonly number[])[], options?: WordingOptions): number[][] {
  const bits: number[][] = [];
  forEachWording(
    [columnOf(rows)],
    (row, length, ofRow) => (bits[row] = [...ofRow.subarray(0, length)]),
    options,
  );
  return bits;
}

type Counts = Map<number, number>;

/** The same formula over maps of whole pairs; each row is taken out and put back. */
function bitsByMaps(
  rows: readonly (readonly number[])[],
  isLearned: (row: number) => boolean = () => true,
): number[][] {
  const pairs: Counts = new Map();
  const contexts: Counts = new Map();
  const types: Counts = new Map();
  const followers: Counts = new Map();
  let tokens = 0;
  /** Whether the count left 0 or became 0. */
  const change = (counts: Counts, key: number, by: number): boolean => {
    const now = (counts.get(key) ?? 0) + by;
    if (now === 0) counts.delete(key);
    else counts.set(key, now);
    return now === (by === 1 ? 1 : 0);
  };
  const pairsOf = (row: readonly number[]) =>
    row.map((token, at) => ({ context: at === 0 ? VOCABULARY : row[at - 1]!, token }));
  const count = (row: readonly number[], by: 1 | -1) => {
    for (const { context, token } of pairsOf(row)) {
      change(types, token, by);
      change(contexts, context, by);
      if (change(pairs, context * VOCABULARY + token, by)) change(followers, context, by);
      tokens += by;
    }
  };
  const discount = (counts: Counts) => {
    const times = (wanted: number) => [...counts.values()].filter((n) => n === wanted).length;
    return times(1) === 0 ? 0.5 : times(1) / (times(1) + 2 * times(2));
  };
  for (const row of rows.filter((_, at) => isLearned(at))) count(row, 1);
  const pairDiscount = discount(pairs);
  const typeDiscount = discount(types);
  return rows.map((row, place) => {
    if (isLearned(place)) count(row, -1);
    const bits = pairsOf(row).map(({ context, token }) => {
      let probability =
        tokens === 0
          ? 1 / VOCABULARY
          : (Math.max((types.get(token) ?? 0) - typeDiscount, 0) +
              (typeDiscount * types.size) / VOCABULARY) /
            tokens;
      const seen = contexts.get(context);
      if (seen !== undefined) {
        const kept = Math.max((pairs.get(context * VOCABULARY + token) ?? 0) - pairDiscount, 0);
        probability = (kept + pairDiscount * followers.get(context)! * probability) / seen;
      }
      return -Math.log2(probability);
    });
    if (isLearned(place)) count(row, 1);
    return bits;
  });
}

/** Expects equal surprises up to the rounding of 32-bit numbers, and each of them finite and ≥ 0. */
function expectEqual(bits: readonly number[][], expected: readonly number[][]): void {
  const off = expected.flatMap((ofRow, row) =>
    ofRow.flatMap((value, at) => {
      const got = bits[row]![at]!;
      const isValid = Number.isFinite(got) && got >= 0 && Math.abs(got - value) <= 1e-5 * value;
      return isValid ? [] : [{ row, at, got, value }];
    }),
  );
  expect(off).toEqual([]);
}

const token = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: VOCABULARY - 1 }),
  fc.constantFrom(0, 1 << 14, 1 << 17, VOCABULARY - 1),
);

const rows = fc.array(fc.array(token, { maxLength: 20 }), { minLength: 1, maxLength: 20 });

test('surprises are those of a model with whole pairs as its keys', () => {
  fc.assert(fc.property(rows, (texts) => expectEqual(bitsOf(texts), bitsByMaps(texts))));
});

test('rows that are not learned from are scored with all counts, however many tokens are sorted together', () => {
  const tokensPerSlice = fc.integer({ min: 1, max: 60 });
  const marks = fc.array(fc.constantFrom(0, 1), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(rows, marks, tokensPerSlice, (texts, isLearned, together) => {
      const learned = Uint8Array.from(isLearned.slice(0, texts.length));
      expectEqual(
        bitsOf(texts, { learned, tokensPerSlice: together }),
        bitsByMaps(texts, (row) => learned[row] === 1),
      );
    }),
  );
});

test('no two of 200,000 different pairs are taken for one', { tags: 'slow' }, () => {
  let state = 12_345;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const texts = Array.from({ length: 4_000 }, () =>
    Array.from({ length: 60 }, () => Math.floor(60_000 ** random())),
  );
  expectEqual(bitsOf(texts), bitsByMaps(texts));
});

test('the probabilities of all tokens after any context come to 1', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 8 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 6 }), (texts, context) => {
      // One row that is not learned from asks for every token after the context in turn.
      const asked = [0, 1, 2, 3, 4, 5].flatMap((next) => [context, next]);
      const learned = new Uint8Array(texts.length + 1).fill(1);
      learned[texts.length] = 0;
      let sum = 0;
      const bits = bitsOf([...texts, asked], { learned })[texts.length]!;
      for (let at = 1; at < 10; at += 2) sum += 2 ** -bits[at]!;
      // Token 5 was never seen, like the rest of the vocabulary.
      sum += (VOCABULARY - 5) * 2 ** -bits[11]!;
      expect(sum).toBeCloseTo(1, 4);
    }),
  );
});
