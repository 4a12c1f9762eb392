import type { JointMap } from '../../engine/compare/comparison.ts';
import type { MapGroupingView, MapView } from '../mapProtocol.ts';
import type { CompareWords } from './compareWords.ts';
import { mapNotes } from './mapNotes.ts';
import { largestGroups, namedGroups } from './pointGroups.ts';
import type { Wording } from './wording.ts';

/** Places of the groups of rows that are outside of the other file, or not. */
const INVENTED = 0;
const MISSING = 1;
const INSIDE = 2;

/**
 * The rows of both files on one map, coloured by file, topic, and whether they are outside of the other file.
 * @param fileNames of the data set and the reference
 * @param rows of both files together
 */
export function jointMapView(
  map: JointMap,
  fileNames: readonly [string, string],
  rows: number,
  words: CompareWords,
  wording: Wording,
): MapView {
  const { datasetPoints, topics, outside } = map;
  const files = Uint8Array.from(map.lines, (_, point) => (point < datasetPoints ? 0 : 1));
  const byFile = { id: 'file', label: words.mapFile };
  const byTopic = { id: 'topic', label: wording.view['grouping.topic'] };
  const byPlace = { id: 'outside', label: words.mapOutside };
  const groupings: MapGroupingView[] = [
    {
      ...byFile,
      ...namedGroups(
        fileNames.map((name) => ({ name })),
        files,
        wording,
      ),
    },
    ...(topics
      ? [
          {
            ...byTopic,
            ...largestGroups(topics.names, topics.ofPoint, wording.view.mapNone, wording),
          },
        ]
      : []),
    ...(outside
      ? [
          {
            ...byPlace,
            ...namedGroups(
              [
                { name: words.invented },
                { name: words.missing },
                { name: words.mapInside, isRest: true },
              ],
              outside.map((isOutside, point) =>
                isOutside === 0 ? INSIDE : files[point] === 0 ? INVENTED : MISSING,
              ),
              wording,
            ),
          },
        ]
      : []),
  ];
  return {
    lines: map.lines.map((line) => line + 1),
    files,
    positions: Float32Array.from(map.positions),
    groupings,
    ...mapNotes(map, rows, wording),
  };
}
