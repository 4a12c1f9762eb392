import {
  isCompared,
  type Comparison,
  type KindUse,
  type UsedKind,
} from '../../engine/compare/comparison.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { SheetSection, SheetTable } from '../sheetProtocol.ts';
import { DATASET, REFERENCE } from './comparedFiles.ts';
import type { CompareWords } from './compareWords.ts';
import { fill, type Wording } from './wording.ts';

/** Kinds that one file uses more than the other, each with its lines. */
export function useSection(
  { use }: Comparison,
  words: CompareWords,
  wording: Wording,
): SheetSection {
  const kinds = [
    ['overTopics', 'underTopics', use.topics],
    ['overUnits', 'underUnits', use.units],
    ['overWords', 'underWords', use.words],
  ] as const;
  return {
    id: 'use',
    title: words.use,
    note: words.useNote,
    tables: kinds.flatMap(([over, under, found]) =>
      isCompared(found)
        ? [
            useTable(
              fill(words[over], wording.count(found.overUsedKinds)),
              found.overUsed,
              found,
              words,
              wording,
            ),
            useTable(
              fill(words[under], wording.count(found.underUsedKinds)),
              found.underUsed,
              found,
              words,
              wording,
            ),
          ]
        : [],
    ),
  };
}

function useTable(
  title: string,
  kinds: readonly UsedKind[],
  { rows: total }: KindUse,
  words: CompareWords,
  { percent, decimal }: Wording,
): SheetTable {
  const header = [
    words.kind,
    words.shareOfDataset,
    words.shareOfReference,
    words.beyondChanceBy,
    words.lines,
  ];
  const rows = kinds.map(({ name, rows: counts, z, hardlyInOne, lines }) => {
    const shown = harmlessText(name.trim(), 200);
    const which = z > 0 ? ('dataset' as const) : ('reference' as const);
    return {
      cells: [
        hardlyInOne ? fill(words.hardly, shown) : shown,
        percent(counts.dataset / total.dataset),
        percent(counts.reference / total.reference),
        decimal(z, 1),
      ],
      lines: lines[which].map((line) => ({
        file: which === 'dataset' ? DATASET : REFERENCE,
        line,
      })),
    };
  });
  return { title, header, rows, ...(rows.length === 0 && { note: words.noneBeyondChance }) };
}
