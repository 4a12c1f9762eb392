import type { RowColumns } from '../../engine/rowColumns.ts';
import type { RowMap } from '../../engine/rowMap.ts';
import type { MapGroupingView, MapView } from '../mapProtocol.ts';
import { groupingLabel } from './groupingLabel.ts';
import { mapNotes } from './mapNotes.ts';
import { largestGroups } from './pointGroups.ts';
import type { RowGroups } from './rowGroups.ts';
import type { Wording } from './wording.ts';

/** The map as the page draws it: points in typed arrays of their own, sent once. */
export function toMapView(
  map: RowMap,
  { rowLines }: RowColumns,
  groups: readonly RowGroups[],
  wording: Wording,
): MapView {
  return {
    lines: map.rows.map((row) => (rowLines[row] ?? 0) + 1),
    positions: new Float32Array(map.positions),
    groupings: groups.map((each) => grouping(each, map.rows, wording)),
    ...mapNotes(map, rowLines.length, wording),
  };
}

function grouping(groups: RowGroups, rows: Uint32Array, wording: Wording): MapGroupingView {
  const { id, names, ofRow, knownRows } = groups;
  const { view } = wording;
  const none =
    id === 'flag' ? view.mapNoFlag : knownRows === undefined ? view.mapNone : view.mapUnknown;
  const ofPoint = new Int32Array(rows.length);
  rows.forEach((row, point) => (ofPoint[point] = ofRow[row] ?? -1));
  return {
    id,
    label: groupingLabel(groups, wording),
    ...largestGroups(names, ofPoint, none, wording),
  };
}
