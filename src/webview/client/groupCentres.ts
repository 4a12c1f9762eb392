import type { MapGroupingView } from '../mapProtocol.ts';
import type { Point } from './mapGeometry.ts';

/** The mean place of each group's points on the map, in the order of the groups; undefined for one without points. O(points). */
export function groupCentres(
  positions: Float32Array,
  { groups, groupOfPoint }: Pick<MapGroupingView, 'groups' | 'groupOfPoint'>,
): (Point | undefined)[] {
  const sums = groups.map(() => ({ x: 0, y: 0, points: 0 }));
  groupOfPoint.forEach((group, point) => {
    const sum = sums[group];
    if (!sum) return;
    sum.x += positions[2 * point] ?? 0;
    sum.y += positions[2 * point + 1] ?? 0;
    sum.points++;
  });
  return sums.map(({ x, y, points }) =>
    points > 0 ? { x: x / points, y: y / points } : undefined,
  );
}
