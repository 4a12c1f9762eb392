import type { Report } from '../engine/report.ts';
import { QUALITY_CODES } from '../metrics/quality/qualityCodes.ts';

/**
 * What stands at a path of a report: keys joined by full stops, places of a list from 0, `length` of a list, and the code of
 * an entry in place of its place: `quality.refusal.rows`, which is 0 where no row has that finding.
 * @returns undefined where nothing does
 */
export function figureAt(report: Report, path: string): unknown {
  const keys = path.split('.');
  const [first, code, last] = keys;
  const isFinding = first === 'quality' && last === 'rows' && keys.length === 3;
  if (isFinding && QUALITY_CODES.some((known) => known === code)) {
    return report.quality.find((finding) => finding.code === code)?.rows ?? 0;
  }
  let value: unknown = report;
  for (const key of keys) value = inside(value, key);
  return value;
}

function inside(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
