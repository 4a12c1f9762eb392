import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, selectInPlace } from '../../../../src/metrics/flags/median.ts';
import { quartiles } from '../../../../src/metrics/flags/quartiles.ts';

// Few different values as well as many. Which of two zeros is selected is left open, so that there is only one.
const numbers = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }),
  fc.array(
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
    { minLength: 1, maxLength: 60 },
  ),
);

test('the median is that of the sorted values', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const all = Float64Array.from(values);
      expect(median(all.slice())).toBe(quartiles(all).median);
    }),
  );
});

test('a selected value has none larger before it and none smaller after it, and no value is lost', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (values, number) => {
      const place = number % values.length;
      const sorted = Float64Array.from(values).sort();
      const all = Float64Array.from(values);
      expect(selectInPlace(all, place)).toBe(sorted[place]);
      expect(all.subarray(0, place).every((value) => value <= all[place]!)).toBe(true);
      expect(all.subarray(place).every((value) => value >= all[place]!)).toBe(true);
      expect(all.sort()).toEqual(sorted);
    }),
  );
});

test('rows that ascend, ascend again or descend are selected from in as many steps as others', () => {
  const count = 2_000;
  const orders = {
    twice: (at: number) => at % (count / 2),
    'up and down': (at: number) => Math.min(at, count - at) + at / (2 * count),
    down: (at: number) => -at,
  };
  for (const [name, order] of Object.entries(orders)) {
    let reads = 0;
    const watched = new Proxy(
      Float64Array.from({ length: count }, (_, at) => order(at)),
      {
        get(values, key) {
          reads++;
          return values[key as keyof Float64Array];
        },
        set: (values, key, value) => Reflect.set(values, key, value, values),
      },
    );
    selectInPlace(watched, count / 2);
    expect(reads, name).toBeLessThan(12 * count);
  }
});
