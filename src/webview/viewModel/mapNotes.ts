import type { RowMap } from '../../engine/rowMap.ts';
import type { MapView } from '../mapProtocol.ts';
import { explainFigures } from './explainFigures.ts';
import { fill, type Wording } from './wording.ts';

/** How far one may trust a map, what it leaves out, and what it is. @param rows of the files, on the map or not */
export function mapNotes(
  {
    trustworthiness,
    landmarks,
    distinctRows,
    positions,
  }: Pick<RowMap, 'trustworthiness' | 'landmarks' | 'distinctRows' | 'positions'>,
  rows: number,
  wording: Wording,
): Pick<MapView, 'notes' | 'explained'> {
  const { view, count, percent } = wording;
  const points = positions.length / 2;
  const hasTrust = trustworthiness !== undefined;
  const notes = [
    ...(hasTrust ? [fill(view.mapTrust, percent(trustworthiness))] : []),
    ...(landmarks < distinctRows
      ? [fill(view.mapLandmarks, count(landmarks), count(distinctRows))]
      : []),
    ...(points < rows ? [fill(view.mapLeftOut, count(points), count(rows))] : []),
  ];
  const explained = explainFigures(hasTrust ? ['rowMap', 'trustworthiness'] : ['rowMap'], wording);
  return { notes, explained };
}
