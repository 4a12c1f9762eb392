import type { MapGroupingView } from '../mapProtocol.ts';
import type { Point } from './mapGeometry.ts';

/** The map is cut into so many squares along each side. */
const SIDE = 20;

/**
 * Where each group's points lie closest together, in the order of the groups: the mean place of those in the three by three
 * squares of the map that hold most of them. The mean of all would stand between the parts of a group that has several.
 * @returns undefined for a group without points
 * O(points + groups · squares).
 */
export function densestPlaces(
  positions: Float32Array,
  { groups, groupOfPoint }: Pick<MapGroupingView, 'groups' | 'groupOfPoint'>,
): (Point | undefined)[] {
  const squareOf = squares(positions);
  const counts = groups.map(() => new Uint32Array(SIDE * SIDE));
  groupOfPoint.forEach((group, point) => {
    const count = counts[group];
    const { row, column } = squareOf(point);
    if (count) count[row * SIDE + column] = (count[row * SIDE + column] ?? 0) + 1;
  });
  const densest = counts.map(densestSquare);
  const sums = groups.map(() => ({ x: 0, y: 0, points: 0 }));
  groupOfPoint.forEach((group, point) => {
    const [sum, centre] = [sums[group], densest[group]];
    if (!sum || !centre) return;
    const { row, column } = squareOf(point);
    if (Math.abs(row - centre.row) > 1 || Math.abs(column - centre.column) > 1) return;
    sum.x += positions[2 * point] ?? 0;
    sum.y += positions[2 * point + 1] ?? 0;
    sum.points++;
  });
  return sums.map(({ x, y, points }) =>
    points > 0 ? { x: x / points, y: y / points } : undefined,
  );
}

interface Square {
  readonly row: number;
  readonly column: number;
}

/** The square that a point lies in. */
function squares(positions: Float32Array): (point: number) => Square {
  const placeOnAxis = (axis: 0 | 1) => {
    let [low, high] = [Infinity, -Infinity];
    for (let at = axis; at < positions.length; at += 2) {
      low = Math.min(low, positions[at] ?? low);
      high = Math.max(high, positions[at] ?? high);
    }
    return (point: number): number => {
      const share = ((positions[2 * point + axis] ?? low) - low) / (high - low || 1);
      return Math.min(SIDE - 1, Math.floor(SIDE * share));
    };
  };
  const [columnOf, rowOf] = [placeOnAxis(0), placeOnAxis(1)];
  return (point) => ({ row: rowOf(point), column: columnOf(point) });
}

/** The square that holds most points together with those around it. */
function densestSquare(counts: Uint32Array): Square {
  let best: Square = { row: 0, column: 0 };
  let most = -1;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      let points = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(SIDE - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(SIDE - 1, column + 1); x++) {
          points += counts[y * SIDE + x] ?? 0;
        }
      }
      if (points > most) {
        most = points;
        best = { row, column };
      }
    }
  }
  return best;
}
