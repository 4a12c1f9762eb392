/** Points of the map in the page: pure geometry, in pixels of the style sheet. */

/** How the map is looked at: the point of the map in the middle of the canvas, and its scale. */
export interface MapCamera {
  readonly x: number;
  readonly y: number;
  readonly pixelsPerUnit: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room for the points at the edges and for the numbers above them. */
const MARGIN_PX = 32;

/** How far points are from the middle of the map, at most, in each direction; [−1, 1] is its longer one. */
export function reachOf(positions: Float32Array): Point {
  const reach = [0, 0];
  positions.forEach((value, i) => (reach[i % 2] = Math.max(reach[i % 2] ?? 0, Math.abs(value))));
  const [x = 0, y = 0] = reach;
  // Points in one place have no reach: they are seen from where the map is.
  return x === 0 && y === 0 ? { x: 1, y: 1 } : { x, y };
}

/** Everything in view, as large as the frame lets it be. */
export function wholeMap({ width, height }: Size, reach: Point): MapCamera {
  const across = Math.max(1, width / 2 - MARGIN_PX) / reach.x;
  const down = Math.max(1, height / 2 - MARGIN_PX) / reach.y;
  return { x: 0, y: 0, pixelsPerUnit: Math.min(across, down) };
}

export function toScreen({ x, y, pixelsPerUnit }: MapCamera, size: Size, point: Point): Point {
  return {
    x: (point.x - x) * pixelsPerUnit + size.width / 2,
    y: (point.y - y) * pixelsPerUnit + size.height / 2,
  };
}

export function toMap({ x, y, pixelsPerUnit }: MapCamera, size: Size, point: Point): Point {
  return {
    x: (point.x - size.width / 2) / pixelsPerUnit + x,
    y: (point.y - size.height / 2) / pixelsPerUnit + y,
  };
}

/** Zooms so that what is under `at`, a point of the screen, stays there. */
export function zoomAt(
  camera: MapCamera,
  size: Size,
  reach: Point,
  at: Point,
  factor: number,
): MapCamera {
  const least = wholeMap(size, reach).pixelsPerUnit / 2;
  const pixelsPerUnit = Math.min(Math.max(camera.pixelsPerUnit * factor, least), least * 2000);
  const fixed = toMap(camera, size, at);
  const moved = toMap({ ...camera, pixelsPerUnit }, size, at);
  return { x: camera.x + fixed.x - moved.x, y: camera.y + fixed.y - moved.y, pixelsPerUnit };
}

/** The points inside a closed line, by the even–odd rule. O(points · corners). */
export function pointsInside(positions: Float32Array, polygon: readonly Point[]): Uint32Array {
  const found: number[] = [];
  for (let point = 0; 2 * point < positions.length; point++) {
    const x = positions[2 * point] ?? 0;
    const y = positions[2 * point + 1] ?? 0;
    let isInside = false;
    let before = polygon.at(-1);
    for (const corner of polygon) {
      if (before && corner.y > y !== before.y > y) {
        const crossing = ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y);
        if (x < corner.x + crossing) isInside = !isInside;
      }
      before = corner;
    }
    if (isInside) found.push(point);
  }
  return Uint32Array.from(found);
}

export interface PointIndex {
  /** The point nearest to a place of the map, at most `reach` away; of several in one place the first. */
  nearest(at: Point, reach: number): number | undefined;
}

const CELLS = 128;

/** Points by the cell of a square grid, so that looking for one does not look at all. */
export function createPointIndex(positions: Float32Array): PointIndex {
  const count = positions.length / 2;
  const cellOf = (value: number) =>
    Math.min(CELLS - 1, Math.max(0, Math.floor(((value + 1) / 2) * CELLS)));
  const cells: number[][] = Array.from({ length: CELLS * CELLS }, () => []);
  for (let point = 0; point < count; point++) {
    const column = cellOf(positions[2 * point] ?? 0);
    const row = cellOf(positions[2 * point + 1] ?? 0);
    cells[row * CELLS + column]?.push(point);
  }
  return {
    nearest: (at, reach) => {
      let best: number | undefined;
      let least = reach * reach;
      for (let row = cellOf(at.y - reach); row <= cellOf(at.y + reach); row++) {
        for (let column = cellOf(at.x - reach); column <= cellOf(at.x + reach); column++) {
          for (const point of cells[row * CELLS + column] ?? []) {
            const dx = (positions[2 * point] ?? 0) - at.x;
            const dy = (positions[2 * point + 1] ?? 0) - at.y;
            const squared = dx * dx + dy * dy;
            if (squared < least || (squared === least && best === undefined)) {
              best = point;
              least = squared;
            }
          }
        }
      }
      return best;
    },
  };
}
