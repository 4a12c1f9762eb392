import { placeOf, type InputPart } from '../../data/inputs/inputPart.ts';
import type { Report } from '../../engine/report.ts';
import { isMeasured } from '../../engine/report.ts';
import type { RowColumns } from '../../engine/rowColumns.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { flagKindLabel } from '../flagKindLabel.ts';
import { FLAG_KINDS } from '../protocol.ts';
import type { RowGroupingId } from '../rowsProtocol.ts';
import type { FlagEntry } from './flagEntries.ts';
import { languageName } from './languageName.ts';
import type { Wording } from './wording.ts';

/** Every row's group under one grouping. */
export interface RowGroups {
  readonly id: RowGroupingId;
  /** Harmless to show; the value that a filter names. */
  readonly names: readonly string[];
  /** Place in `names` of each row's group, −1 for none; of several the first. */
  readonly ofRow: Int32Array;
  /** Rows that have each group. */
  readonly counts: Uint32Array;
  readonly has: (row: number, group: number) => boolean;
  /** Of how many rows the group is known, where it is not known of all. */
  readonly knownRows?: number;
}

/** The groupings that say something about this file. O(rows). */
export function rowGroups(
  report: Report,
  columns: RowColumns,
  flags: readonly FlagEntry[],
  wording: Wording,
): RowGroups[] {
  const { view, page } = wording;
  const { whole } = report.levels.macro;
  const topics = isMeasured(whole) ? whole.topics.map(({ name }) => name) : [];
  const { names, ofRow } = columns.tags;
  const groups: RowGroups[] = [
    oneEach('topic', topics, columns.topicOfRow),
    byFlag(columns.rowLines, flags, page),
    {
      id: 'tag',
      names,
      ofRow: firstOfEach(ofRow),
      counts: countEach(ofRow.values, names.length),
      has: (row, group) =>
        ofRow.values.subarray(ofRow.offsets[row], ofRow.offsets[row + 1]).includes(group),
    },
    byFile(columns.rowLines, report.file.parts ?? []),
    oneEach(
      'shape',
      columns.shapes.map((shape) => view[`shape.${shape}`]),
      Int32Array.from(columns.shapeOfRow),
    ),
    byLanguage(columns, wording),
  ];
  return groups.filter(({ id, counts }) => {
    const seen = counts.reduce((sum, rows) => sum + Number(rows > 0), 0);
    return seen > (ALWAYS_KNOWN.includes(id) ? 1 : 0);
  });
}

/** Each row has one: where all have the same it says nothing. */
const ALWAYS_KNOWN: readonly RowGroupingId[] = ['file', 'shape', 'language'];

/** The files of a folder. */
function byFile(rowLines: Uint32Array, parts: readonly InputPart[]): RowGroups {
  const placeOfPart = new Map(parts.map((part, place) => [part, place]));
  const names = parts.map(({ path }) => harmlessText(path));
  const ofRow = Int32Array.from(rowLines, (line) => {
    const place = placeOf(parts, line + 1);
    return (place && placeOfPart.get(place.part)) ?? -1;
  });
  return oneEach('file', names, ofRow);
}

function byLanguage({ languages, languageOfRow }: RowColumns, wording: Wording): RowGroups {
  const names = languages.map((tag) => languageName(tag, wording));
  const groups = oneEach('language', names, languageOfRow);
  const knownRows = groups.counts.reduce((sum, rows) => sum + rows, 0);
  return { ...groups, ...(knownRows < languageOfRow.length && { knownRows }) };
}

function oneEach(id: RowGroupingId, names: readonly string[], ofRow: Int32Array): RowGroups {
  const has = (row: number, group: number) => ofRow[row] === group;
  return { id, names, ofRow, counts: countEach(ofRow, names.length), has };
}

/** Tags of one row are different ones. */
function countEach(places: Int32Array | Uint32Array, groups: number): Uint32Array {
  const counts = new Uint32Array(groups);
  for (const place of places) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/** In the order of FLAG_KINDS; a row can have several kinds of flags. */
function byFlag(
  rowLines: Uint32Array,
  flags: readonly FlagEntry[],
  words: Wording['page'],
): RowGroups {
  const bitsOfLine = new Uint32Array((rowLines.at(-1) ?? 0) + 2);
  for (const { kind, lines } of flags) {
    const bit = 1 << FLAG_KINDS.indexOf(kind);
    // A line after the last row, as a broken one can be, is outside and is left out.
    for (const line of lines) bitsOfLine[line] = (bitsOfLine[line] ?? 0) | bit;
  }
  const bitsOfRow = rowLines.map((line) => bitsOfLine[line + 1] ?? 0);
  const ofRow = new Int32Array(bitsOfRow.length);
  const counts = new Uint32Array(FLAG_KINDS.length);
  bitsOfRow.forEach((bits, row) => {
    ofRow[row] = lowestBit(bits);
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const kind = lowestBit(rest);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  });
  return {
    id: 'flag',
    names: FLAG_KINDS.map((kind) => flagKindLabel(kind, words)),
    ofRow,
    counts,
    has: (row, group) => (((bitsOfRow[row] ?? 0) >> group) & 1) === 1,
  };
}

/** −1 for no bit. */
const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);

function firstOfEach({ values, offsets }: RowColumns['tags']['ofRow']): Int32Array {
  const first = new Int32Array(offsets.length - 1).fill(-1);
  for (let row = 0; row < first.length; row++) {
    const [from = 0, to = 0] = [offsets[row], offsets[row + 1]];
    if (from < to) first[row] = values[from] ?? -1;
  }
  return first;
}
