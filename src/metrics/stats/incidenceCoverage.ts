import { coverageEstimate } from './sampleCoverage.ts';

/**
 * Sample coverage of rows that carry several kinds each, incidence form: rows are the sampling units.
 * @param incidenceCounts rows that have each kind, integers in [0, rows]; zeros are ignored; not mutated
 * @param rows rows sampled, those without any kind included
 * @returns Ĉ(T) in [0, 1]; undefined for fewer than two rows, or where no row has any kind
 * @throws RangeError if `rows` or a count is negative or no integer, or a count exceeds `rows`
 * O(kinds) time.
 * @see Chao et al. (2014), appendix, doi:10.1890/13-0133.1; `DataInfo()$SC` of the R package iNEXT for incidence
 * frequencies, which returns 1 for a single row.
 */
export function incidenceCoverage(
  incidenceCounts: ArrayLike<number>,
  rows: number,
): number | undefined {
  if (!Number.isInteger(rows) || rows < 0) {
    throw new RangeError(`got ${rows} rows, expected an integer ≥ 0`);
  }
  return coverageEstimate(incidenceCounts, rows);
}
