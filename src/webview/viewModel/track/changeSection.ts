import { isCompared } from '../../../engine/compare/comparison.ts';
import type { Generations } from '../../../engine/track/generations.ts';
import { surestLoss } from '../../../metrics/compare/surestLoss.ts';
import type { SheetSection, SheetTable } from '../../sheetProtocol.ts';
import { fill, type Wording } from '../wording.ts';
import { rarityText } from './rarityText.ts';
import { trackedFields } from './trackedFields.ts';
import type { TrackWords } from './trackWords.ts';
import { LEVEL_NAMES } from '../../../engine/report.ts';

/** Every later generation against the first one: ratio of diversity, kinds gone, drift. */
export function changeSection(
  tracked: Generations,
  words: TrackWords,
  wording: Wording,
): SheetSection {
  const header = [
    words.what,
    words.ratio,
    words.gone,
    words.goneByChance,
    words.surestClass,
    words.goneP,
    words.drift,
    words.driftByChance,
  ];
  const tables = tracked.generations.flatMap((_, generation): SheetTable[] => {
    const rows = rowsOf(tracked, generation, words, wording);
    return rows.length > 0 ? [{ title: `${words.generation} ${generation}`, header, rows }] : [];
  });
  return { id: 'change', title: words.change, note: words.changeNote, tables };
}

function rowsOf(
  { levels }: Generations,
  generation: number,
  words: TrackWords,
  wording: Wording,
): SheetTable['rows'] {
  const { amount, count, decimal } = wording;
  return LEVEL_NAMES.flatMap((level) =>
    trackedFields(levels[level]).flatMap((field) => {
      const tracked = levels[level][field];
      const fromFirst = isCompared(tracked)
        ? tracked.generations[generation]?.fromFirst
        : undefined;
      if (!fromFirst) return [];
      const { ratio, tailLoss, drift } = fromFirst;
      const sum = (of: 'gone' | 'expectedGone') =>
        tailLoss.classes.reduce((total, one) => total + one[of], 0);
      const surest = surestLoss(tailLoss);
      const { value, low, high } = ratio;
      const ends = low === undefined ? [] : [value, low, high].map((end) => decimal(end, 2));
      return [
        {
          cells: [
            fill(words.ofField, words[level], words[field]),
            ends.length > 0 ? fill(words.ratioValue, ...ends) : decimal(value, 2),
            count(sum('gone')),
            amount(sum('expectedGone')),
            fill(
              words.goneOfClass,
              rarityText(surest, words, wording),
              count(surest.gone),
              amount(surest.expectedGone),
            ),
            decimal(surest.adjustedPValue, 3),
            drift ? decimal(drift.divergenceBits, 3) : '',
            drift ? decimal(drift.expected, 3) : '',
          ],
          lines: [],
        },
      ];
    }),
  );
}
