import type { MapOfRows } from '../../../engine/select/selectableDataset.ts';
import type { Selection } from '../../../engine/select/selection.ts';
import type { MapState } from '../../mapProtocol.ts';
import { mapNotes } from '../mapNotes.ts';
import { namedGroups } from '../pointGroups.ts';
import type { Wording } from '../wording.ts';
import type { SelectWords } from './selectWords.ts';

const CHOSEN = 0;
const OTHER = 1;

/** The map of the rows, parted into those that are chosen and the others. O(rows). */
export function choiceMap(
  map: MapOfRows,
  { chosen, file }: Selection,
  words: SelectWords,
  wording: Wording,
): MapState {
  const isChosen = new Set(chosen.map(({ line }) => line));
  const groupOfPoint = Uint8Array.from(map.lines, (line) => (isChosen.has(line) ? CHOSEN : OTHER));
  const names = [{ name: words.chosenRows }, { name: words.otherRows, isRest: true }];
  return {
    kind: 'shown',
    lines: map.lines,
    positions: map.positions,
    groupings: [
      { id: 'choice', label: words.choice, ...namedGroups(names, groupOfPoint, wording) },
    ],
    ...mapNotes(map, file.rows, wording),
  };
}
