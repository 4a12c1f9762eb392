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
    lines: Uint32Array.from(map.rows, (row) => (rowLines[row] ?? 0) + 1),
    positions: Float32Array.from(map.positions),
    groupings: groups.map((each) => grouping(each, map.rows, wording)),
    notes: mapNotes(map, rowLines.length, wording),
  };
}

function grouping(groups: RowGroups, rows: Uint32Array, wording: Wording): MapGroupingView {
  const { id, names, ofRow, knownRows } = groups;
  const { view } = wording;
  const none =
    id === 'flag' ? view.mapNoFlag : knownRows === undefined ? view.mapNone : view.mapUnknown;
  const ofPoint = Int32Array.from(rows, (row) => ofRow[row] ?? -1);
  return {
    id,
    label: groupingLabel(groups, wording),
    ...largestGroups(names, ofPoint, none, wording),
  };
}
