import type { MapView } from '../../mapProtocol.ts';
import { element, fill, formatCount } from '../element.ts';
import { mapBody } from '../mapBody.ts';
import { mapWaiting } from '../mapWaiting.ts';
import type { SheetSection } from '../../sheetProtocol.ts';
import type { SheetContext } from './sheetPage.ts';

/** The map of a section, or what stands in its place. A map that is shown says so to the page. */
export function sheetMap(
  id: string,
  map: NonNullable<SheetSection['map']>,
  page: SheetContext,
): HTMLElement {
  if (map.kind !== 'shown') return mapWaiting(map, page.words);
  const { words, files, post, maps } = page;
  const placeOf = (point: number) => ({
    file: map.files?.[point] ?? 0,
    line: map.lines[point] ?? 1,
  });
  const body = mapBody(map, {
    words,
    grouping: maps.groupingOf(id),
    onGrouping: (grouping) => maps.rememberGrouping(id, grouping),
    nameOf(point) {
      const { file, line } = placeOf(point);
      return fill(words.lineOfFile, markOf(files, file), formatCount(line)).trim();
    },
    askForExcerpt: (point) => post({ type: 'getRowExcerpt', ...placeOf(point) }),
    open: (point) => post({ type: 'openLine', ...placeOf(point), preserveFocus: true }),
    describe: (points) => rowsPerFile(points, map, page),
  });
  maps.add(body);
  return element('div', { class: 'sheet-map' }, body.element);
}

const markOf = (files: SheetContext['files'], file: number) =>
  files[file]?.mark || files[file]?.name || '';

/** Rows of each file among the points; nothing where there is one file only. */
function rowsPerFile(points: Uint32Array, map: MapView, { files, words }: SheetContext): string {
  const { files: fileOfPoint } = map;
  if (!fileOfPoint) return '';
  const counts = files.map(() => 0);
  for (const point of points) {
    const file = fileOfPoint[point] ?? 0;
    counts[file] = (counts[file] ?? 0) + 1;
  }
  return counts
    .map((count, file) => fill(words.rowsOfFile, markOf(files, file), formatCount(count)))
    .join(' · ');
}
