import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnoseJson } from '../../../src/data/diagnoseJson.ts';

const json = fc.jsonValue().map((value) => JSON.stringify(value));
const piece = fc.oneof(
  fc.constantFrom(...Array.from('{}[],:"\\0123456789eE+-. \ttrufalsn\'\u2028\0')),
  fc.constantFrom('true', 'null', '\\u', '\\ud800', '""', '{"a":', '1.5e3'),
);

/** A valid line with a piece cut out and something else put in its place. */
const damaged = fc
  .tuple(json, fc.nat(), fc.nat({ max: 3 }), fc.array(piece, { maxLength: 3 }))
  .map(([text, at, cut, pieces]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + pieces.join('') + text.slice(from + cut);
  });

test('a fault is found where JSON.parse finds one, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        damaged,
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        expect(diagnoseJson(text) === undefined).toBe(isJson(text));
      },
    ),
    { numRuns: 3_000 },
  );
});

test('the column lies in the line or just after it, and what stands before it is not to blame', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const fault = diagnoseJson(text);
      if (!fault) return;
      expect(fault.column).toBeGreaterThanOrEqual(1);
      expect(fault.column).toBeLessThanOrEqual(text.length + 1);
      // The part before the fault breaks off at its own end, or not at all.
      const before = text.slice(0, fault.column - 1);
      expect(diagnoseJson(before)?.column ?? before.length + 1).toBe(before.length + 1);
    }),
    { numRuns: 2_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
