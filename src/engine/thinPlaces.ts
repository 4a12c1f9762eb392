import { isMeasured, type Report } from './report.ts';

/** A place where further rows would widen a data set most. */
export interface ThinPlace {
  readonly kind: 'gap' | 'small-topic' | 'rare-kind' | 'missing-tag';
  /** Two topics for a gap, else one topic, task unit or tag. */
  readonly names: readonly string[];
  /** Rows that the file has there. */
  readonly rows: number;
  /** Rows near the emptier of two topics’ centres, that an even share would be, or that the reference has of the tag. */
  readonly expected?: number;
  /** Example rows, 1-based lines: of the file; of a missing tag those of the reference. */
  readonly lines: readonly number[];
}

const MOST_OF_A_KIND = 5;
/** A topic with less than this share of an even share of rows is small. */
const SMALL_SHARE = 0.5;

/**
 * Where to add rows, by what an inspection told of whole rows: empty regions between neighbouring topics, topics with less
 * than half of an even share, task units with fewer rows than expected, tags of a reference that the file lacks. At most five
 * of each, thinnest first.
 * @param reference tags are compared only where both files have tags, and the file not so many that its report leaves some out
 * O(topics + kinds listed).
 */
export function thinPlaces({ levels }: Report, reference?: Report): ThinPlace[] {
  return [...macroPlaces(levels.macro.whole), ...mesoPlaces(levels.meso.whole, reference)];
}

function macroPlaces(level: Report['levels']['macro']['whole']): ThinPlace[] {
  if (!isMeasured(level)) return [];
  const { topics, gaps } = level;
  const nameOf = (id: number) => topics.find((topic) => topic.id === id)?.name ?? '';
  const between = (gaps?.between ?? []).map(
    ({ topics: [first, second], rowsBetween, rowsAtCentres, lines }): ThinPlace => ({
      kind: 'gap',
      names: [nameOf(first), nameOf(second)],
      rows: rowsBetween,
      expected: Math.min(...rowsAtCentres),
      lines,
    }),
  );
  const even = topics.reduce((sum, { rows }) => sum + rows, 0) / Math.max(1, topics.length);
  const small = topics
    .filter(({ rows }) => rows < SMALL_SHARE * even)
    .sort((a, b) => a.rows - b.rows || a.id - b.id)
    .slice(0, MOST_OF_A_KIND)
    .map(({ name, rows, lines }): ThinPlace => ({
      kind: 'small-topic',
      names: [name],
      rows,
      expected: even,
      lines,
    }));
  return [...between.slice(0, MOST_OF_A_KIND), ...small];
}

function mesoPlaces(level: Report['levels']['meso']['whole'], reference?: Report): ThinPlace[] {
  if (!isMeasured(level)) return [];
  const rare = (level.balance?.under ?? [])
    .slice(0, MOST_OF_A_KIND)
    .map(({ name, count, expected, lines }): ThinPlace => ({
      kind: 'rare-kind',
      names: [name],
      rows: count,
      expected,
      lines,
    }));
  const other = reference?.levels.meso.whole;
  const areTags = other && isMeasured(other) && level.source === 'tags' && other.source === 'tags';
  if (!areTags || level.kinds > level.top.length) return rare;
  const known = new Set(level.top.flatMap(({ name, also = [] }) => [name, ...also]));
  const missing = other.top
    .filter(({ name }) => !known.has(name))
    .slice(0, MOST_OF_A_KIND)
    .map(({ name, count, lines }): ThinPlace => ({
      kind: 'missing-tag',
      names: [name],
      rows: 0,
      expected: count,
      lines,
    }));
  return [...missing, ...rare];
}
