import { rowsPerKind } from '../../metrics/select/rowKinds.ts';
import { bandOf } from '../../metrics/stats/band.ts';
import { hillNumbers } from '../../metrics/stats/hillNumbers.ts';
import { sampleIndexes } from '../../metrics/stats/sampleIndexes.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { typeIndex } from '../../metrics/text/typeIndex.ts';
import { throwIfCancelled, type CancelFlag } from '../cancellation.ts';
import type { FieldTokens } from '../reading.ts';
import type { FieldKinds } from './fieldKinds.ts';
import type { LevelOfChoice, LostKinds } from './selection.ts';

/** Random choices that the choice is compared with. */
export const DRAWS = 20;
const MOST_LOST = 50;

/**
 * How diverse each level of each field is in the chosen rows, in random ones and in the whole file. Everything is counted by
 * the kinds of the whole file, and random choices have as many measured rows as the choice.
 * @param chosen rows
 * @returns nothing for a field of which no chosen row was measured
 * O(draws · kinds and tokens of the choice).
 */
export function levelsOfChoice(
  fields: readonly FieldKinds[],
  tokens: FieldTokens,
  chosen: Uint32Array,
  seed: number,
  cancelFlag: CancelFlag,
): LevelOfChoice[] {
  const isChosen = new Set(chosen);
  return fields.flatMap((kinds): LevelOfChoice[] => {
    const rows = kinds.measured.filter((row) => isChosen.has(row));
    if (rows.length === 0) return [];
    const figuresOf = figuresOfRows(kinds, tokens);
    const choice = figuresOf(rows);
    const whole = figuresOf(kinds.measured);
    const draws = Array.from({ length: DRAWS }, (_, draw) => {
      throwIfCancelled(cancelFlag);
      const places = sampleIndexes(kinds.measured.length, rows.length, seed + draw);
      return figuresOf(places.map((place) => kinds.measured[place]!));
    });
    const effectives = draws.flatMap(({ effective }) => effective ?? []);
    if (whole.effective === undefined || effectives.length === 0) return [];
    return [
      {
        level: kinds.level,
        field: kinds.field,
        rows: rows.length,
        effective: {
          ...(choice.effective !== undefined && { choice: choice.effective }),
          random: bandOf(effectives),
          whole: whole.effective,
        },
        kinds: {
          choice: choice.kinds,
          random: bandOf(draws.map((draw) => draw.kinds)),
          whole: whole.kinds,
        },
        ...((!kinds.isSample || rows.length === chosen.length) && { lost: lostKinds(kinds, rows) }),
      },
    ];
  });
}

interface Figures {
  readonly effective: number | undefined;
  readonly kinds: number;
}

/** Kinds are counted once in a row; tokens, whose effective number the micro level has, as often as they occur. */
function figuresOfRows(kinds: FieldKinds, tokens: FieldTokens): (rows: Uint32Array) => Figures {
  const effectiveOf = kinds.level === 'micro' ? effectiveTokens(tokens[kinds.field]) : undefined;
  return (rows) => {
    const counts = rowsPerKind(kinds, rows);
    return {
      effective: effectiveOf ? effectiveOf(rows) : hillNumbers(counts)?.q1,
      kinds: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    };
  };
}

function effectiveTokens({
  values,
  offsets,
}: TokenColumn): (rows: Uint32Array) => number | undefined {
  const { ids, types } = typeIndex(values);
  return (rows) => {
    const counts = new Uint32Array(types.length);
    for (const row of rows) {
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) counts[ids[at]!]!++;
    }
    return hillNumbers(counts)?.q1;
  };
}

function lostKinds(kinds: FieldKinds, rows: Uint32Array): LostKinds {
  const inFile = rowsPerKind(kinds, kinds.measured);
  const inChoice = rowsPerKind(kinds, rows);
  const lost = Array.from(inFile.keys()).filter(
    (kind) => inFile[kind]! > 0 && inChoice[kind] === 0,
  );
  return {
    count: lost.length,
    most: lost
      .sort((a, b) => inFile[b]! - inFile[a]! || a - b)
      .slice(0, MOST_LOST)
      .map((kind) => ({ name: kinds.nameOf(kind), rows: inFile[kind]! })),
  };
}
