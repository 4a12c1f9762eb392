import type {
  ChosenLine,
  LevelOfChoice,
  LostKinds,
  Selection,
} from '../../../engine/select/selection.ts';
import { besideBand } from '../../../metrics/stats/band.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { MapState } from '../../mapProtocol.ts';
import type { PairedBars, SheetSection, SheetTable } from '../../sheetProtocol.ts';
import { fill, type Wording } from '../wording.ts';
import type { SelectWords } from './selectWords.ts';

const CHOSEN_SHOWN = 20;
const LOST_SHOWN = 10;
const NAME_UNITS = 200;

/** What a choice is like: its levels beside random choices and the whole, what is lost, where its rows lie, which they are. */
export function choiceSections(
  selection: Selection,
  map: MapState,
  words: SelectWords,
  wording: Wording,
): SheetSection[] {
  const { levels, draws } = selection;
  return [
    {
      id: 'levels',
      title: words.levels,
      note: fill(words.levelsNote, wording.count(draws)),
      bars: levels.map((level) => levelBars(level, words, wording)),
    },
    { id: 'map', title: words.map, note: words.mapNote, map },
    chosenSection(selection, words, wording),
    {
      id: 'lost',
      title: words.lost,
      note: words.lostNote,
      tables: levels.map((level) => lostTable(level, words, wording)),
    },
  ];
}

const nameOf = ({ level, field }: LevelOfChoice, words: SelectWords): string =>
  fill(words.levelOf, words[`level.${level}`], words[`field.${field}`]);

function levelBars(level: LevelOfChoice, words: SelectWords, { amount }: Wording): PairedBars {
  const { choice, random, whole } = level.effective;
  const most = Math.max(choice ?? 0, random.high, whole);
  const bar = (label: string, value: number, text: string) => ({
    label,
    share: value / most,
    text,
  });
  const standing = choice === undefined ? 'noneMeasured' : besideBand(choice, random);
  return {
    label: nameOf(level, words),
    bars: [
      bar(words.choice, choice ?? 0, choice === undefined ? '–' : amount(choice)),
      {
        ...bar(
          words.random,
          random.mean,
          fill(words.band, amount(random.mean), amount(random.low), amount(random.high)),
        ),
        interval: { low: random.low / most, high: random.high / most },
      },
      bar(words.whole, whole, amount(whole)),
    ],
    note: words[standing],
    differs: standing === 'above' || standing === 'below',
  };
}

function lostTable(level: LevelOfChoice, words: SelectWords, { count }: Wording): SheetTable {
  const { lost, kinds } = level;
  const name = nameOf(level, words);
  if (!lost) return { title: name, header: [], rows: [], note: words.lostUnknown };
  if (lost.count === 0) return { title: name, header: [], rows: [], note: words.lostNothing };
  const shown = lost.most
    .filter((kind) => kind.rows > 1 && isReadable(kind.name))
    .slice(0, LOST_SHOWN);
  const more = lost.count - shown.length;
  return {
    title: fill(words.lostOf, name, count(lost.count), count(kinds.whole)),
    header: [words.kind, words.rowsOfKind],
    rows: shown.map((kind) => ({
      cells: [harmlessText(kind.name, NAME_UNITS), count(kind.rows)],
      lines: [],
    })),
    ...(more > 0 && { note: restOfLost(shown.length, more, lost, words, count) }),
  };
}

/** Where none is named, a number of further ones says nothing. */
const restOfLost = (
  shown: number,
  more: number,
  { most: [first] }: LostKinds,
  words: SelectWords,
  count: Wording['count'],
): string =>
  shown === 0 && first?.rows === 1 ? words.lostSingle : fill(words.lostMore, count(more));

/** A token may be part of a letter, or white space. */
const isReadable = (name: string): boolean => name.trim() !== '' && !name.includes('\ufffd');

function chosenSection(
  { chosen }: Selection,
  words: SelectWords,
  { count, decimal }: Wording,
): SheetSection {
  const first = chosen.toSorted((a, b) => a.place - b.place).slice(0, CHOSEN_SHOWN);
  const isTold = first.some(({ gain }) => gain !== undefined);
  // Kinds are counted; cosines and novelties are not.
  const areCounts = chosen.every(({ gain = 0 }) => Number.isInteger(gain));
  const said = (gain: number) => (areCounts ? count(gain) : decimal(gain, 2));
  return {
    id: 'chosen',
    title: words.chosen,
    note: fill(words.chosenNote, count(first.length)),
    tables: [
      {
        title: words.chosen,
        header: [words.place, ...(isTold ? [words.gain] : []), words.reason, words.line],
        rows: first.map((row) => ({
          cells: [
            count(row.place),
            ...(isTold ? [row.gain === undefined ? '' : said(row.gain)] : []),
          ],
          meaning: reasonOf(row, words),
          lines: [{ file: 0, line: row.line }],
        })),
      },
    ],
  };
}

function reasonOf({ reason, kind }: ChosenLine, words: SelectWords): string {
  const said = words[`reason.${reason}`];
  return kind === undefined ? said : fill(words.reasonOfKind, said, harmlessText(kind, NAME_UNITS));
}
