import { isCompared } from '../../../engine/compare/comparison.ts';
import type { Generations } from '../../../engine/track/generations.ts';
import type { SheetSection } from '../../sheetProtocol.ts';
import { fill, type Wording } from '../wording.ts';
import { rarityText } from './rarityText.ts';
import { trackedFields } from './trackedFields.ts';
import type { TrackWords } from './trackWords.ts';
import { LEVEL_NAMES } from '../../../engine/report.ts';

/** What the last generation has lost of the first, by how rare it was; absent where nothing could be compared. */
export function tailSection(
  { levels, generations }: Generations,
  words: TrackWords,
  wording: Wording,
): readonly SheetSection[] {
  const { amount, count, decimal } = wording;
  const last = generations.length - 1;
  const rows = LEVEL_NAMES.flatMap((level) => {
    const field = trackedFields(levels[level]).at(-1) ?? 'whole';
    const tracked = levels[level][field];
    const classes = isCompared(tracked)
      ? (tracked.generations[last]?.fromFirst?.tailLoss.classes ?? [])
      : [];
    return classes.map((one) => ({
      cells: [
        fill(words.ofField, words[level], words[field]),
        rarityText(one, words, wording),
        count(one.kinds),
        count(one.gone),
        amount(one.expectedGone),
        decimal(one.adjustedPValue, 3),
      ],
      lines: [],
    }));
  });
  if (rows.length === 0) return [];
  const header = [
    words.what,
    words.rarity,
    words.kinds,
    words.gone,
    words.goneByChance,
    words.goneP,
  ];
  return [
    {
      id: 'tail',
      title: words.tail,
      note: fill(words.tailNote, `${last}`),
      tables: [{ title: words.tail, header, rows }],
    },
  ];
}
