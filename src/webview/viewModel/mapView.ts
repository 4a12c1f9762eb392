import type { RowColumns } from '../../engine/rowColumns.ts';
import type { RowMap } from '../../engine/rowMap.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { GROUPS_SHOWN, type MapView, type RowGroupingView } from '../rowsProtocol.ts';
import { groupingLabel } from './groupingLabel.ts';
import type { RowGroups } from './rowGroups.ts';
import { fill, type Wording } from './wording.ts';

/** The map as the page draws it: points in typed arrays of their own, sent once. */
export function toMapView(
  map: RowMap,
  { rowLines }: RowColumns,
  groups: readonly RowGroups[],
  wording: Wording,
): MapView {
  const { view, count, percent } = wording;
  const notes: string[] = [];
  if (map.trustworthiness !== undefined) {
    notes.push(fill(view.mapTrust, percent(map.trustworthiness)));
  }
  if (map.landmarks < map.distinctRows) {
    notes.push(fill(view.mapLandmarks, count(map.landmarks), count(map.distinctRows)));
  }
  if (map.rows.length < rowLines.length) {
    notes.push(fill(view.mapLeftOut, count(map.rows.length), count(rowLines.length)));
  }
  return {
    lines: Uint32Array.from(map.rows, (row) => (rowLines[row] ?? 0) + 1),
    positions: Float32Array.from(map.positions),
    groupings: groups.map((each) => grouping(each, map.rows, wording)),
    notes,
  };
}

function grouping(groups: RowGroups, rows: Uint32Array, wording: Wording): RowGroupingView {
  const { id, names, ofRow, knownRows } = groups;
  const { view, percent } = wording;
  const counts = new Map<number, number>();
  for (const row of rows) {
    const group = ofRow[row] ?? -1;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const ranked = [...counts]
    .filter(([group]) => group >= 0)
    .sort(([a, inA], [b, inB]) => inB - inA || a - b);
  const shown = ranked.slice(0, GROUPS_SHOWN);
  const others = ranked.slice(GROUPS_SHOWN).reduce((sum, [, inGroup]) => sum + inGroup, 0);
  const none = counts.get(-1) ?? 0;
  const groupView = (name: string, inGroup: number, isRest: boolean) => ({
    name,
    count: inGroup,
    shareText: percent(rows.length > 0 ? inGroup / rows.length : 0),
    isRest,
  });
  const noneLabel =
    id === 'flag' ? view.mapNoFlag : knownRows === undefined ? view.mapNone : view.mapUnknown;
  const shownGroups = [
    ...shown.map(([group, inGroup]) => groupView(harmlessText(names[group] ?? ''), inGroup, false)),
    ...(others > 0 ? [groupView(view.mapOthers, others, true)] : []),
    ...(none > 0 ? [groupView(noneLabel, none, true)] : []),
  ];
  const placeOfGroup = new Map(shown.map(([group], place) => [group, place]));
  const groupOfPoint = Uint8Array.from(rows, (row) => {
    const group = ofRow[row] ?? -1;
    return placeOfGroup.get(group) ?? (group < 0 ? shownGroups.length - 1 : shown.length);
  });
  return { id, label: groupingLabel(groups, wording), groups: shownGroups, groupOfPoint };
}
