import type { RowMap } from '../../engine/rowMap.ts';
import { fill, type Wording } from './wording.ts';

/** How far one may trust a map, and what it leaves out. @param rows of the files, on the map or not */
export function mapNotes(
  {
    trustworthiness,
    landmarks,
    distinctRows,
    positions,
  }: Pick<RowMap, 'trustworthiness' | 'landmarks' | 'distinctRows' | 'positions'>,
  rows: number,
  { view, count, percent }: Wording,
): string[] {
  const points = positions.length / 2;
  return [
    ...(trustworthiness === undefined ? [] : [fill(view.mapTrust, percent(trustworthiness))]),
    ...(landmarks < distinctRows
      ? [fill(view.mapLandmarks, count(landmarks), count(distinctRows))]
      : []),
    ...(points < rows ? [fill(view.mapLeftOut, count(points), count(rows))] : []),
  ];
}
