import type { SelectSettings } from './selection.ts';

/** @throws RangeError for settings that are none, with what came and what was expected */
export function checkSelectSettings({ size, degree, quotas }: SelectSettings): void {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`got ${size} rows to choose, expected an integer ≥ 1`);
  }
  if (!(degree >= 0 && degree <= 100)) {
    throw new RangeError(`got the degree ${degree}, expected a number from 0 to 100`);
  }
  for (const { rows } of quotas) {
    if (!Number.isInteger(rows) || rows < 0) {
      throw new RangeError(`got a quota of ${rows} rows, expected an integer ≥ 0`);
    }
  }
}
