import type { MapGroupingView, MapView } from '../mapProtocol.ts';
import { toScreen, type MapCamera, type Point, type Size } from './mapGeometry.ts';
import type { Theme } from './theme.ts';

export interface MapScene {
  readonly map: MapView;
  readonly grouping: MapGroupingView | undefined;
  /** Where the groups' numbers stand. */
  readonly places: readonly (Point | undefined)[];
  readonly camera: MapCamera;
  readonly size: Size;
  readonly theme: Theme;
  /** The group to bring out. */
  readonly highlighted: number | undefined;
  /** 1 for every selected point; absent where nothing is selected. */
  readonly selected: Uint8Array | undefined;
  readonly hovered: number | undefined;
  /** Corners of the box or lasso that is being drawn, on the screen. */
  readonly outline: readonly Point[];
}

const FAINT = 0.12;

/** Draws the points group by group, so that the colour changes a few times and not with every point. */
export function paintMap(context: CanvasRenderingContext2D, scene: MapScene): void {
  const { size, theme, camera, places, hovered, outline } = scene;
  context.clearRect(0, 0, size.width, size.height);
  const groups = scene.grouping?.groups ?? [];
  // The largest group last would hide the others: those without a colour of their own first, then by size.
  const order = groups.map((_, group) => group).sort((a, b) => rank(scene, a) - rank(scene, b));
  for (const group of order.length > 0 ? order : [undefined]) paintGroup(context, scene, group);
  context.globalAlpha = 1;
  // A number leaves the points of its place to be seen.
  const raise = pointSide(scene.map.lines.length, camera, size) / 2 + 0.7 * theme.fontSizePx;
  groups.forEach((group, at) => {
    const place = places[at];
    if (group.isRest || !place) return;
    const { x, y } = toScreen(camera, size, place);
    paintNumber(context, theme, { x, y: y - raise }, at + 1);
  });
  if (hovered !== undefined) paintRing(context, scene, hovered);
  paintOutline(context, theme, outline);
}

/** What is drawn later lies on top. */
function rank({ grouping, highlighted }: MapScene, group: number): number {
  const view = grouping?.groups[group];
  if (group === highlighted) return Infinity;
  return view?.isRest ? -1 : -1 / Math.max(1, view?.count ?? 1) + 1;
}

function paintGroup(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  group: number | undefined,
): void {
  const { map, grouping, camera, size, theme, highlighted, selected } = scene;
  const isRest = group === undefined || grouping?.groups[group]?.isRest === true;
  const isDimmed = highlighted !== undefined && highlighted !== group;
  const strength = isRest ? 0.45 : 0.85;
  const side = pointSide(map.lines.length, camera, size);
  context.fillStyle =
    group === undefined
      ? theme.series
      : isRest
        ? theme.muted
        : (theme.categories[group] ?? theme.series);
  const paint = (wanted: 0 | 1, alpha: number) => {
    context.globalAlpha = alpha;
    for (let point = 0; point < map.lines.length; point++) {
      if (group !== undefined && grouping?.groupOfPoint[point] !== group) continue;
      if (selected && selected[point] !== wanted) continue;
      const x =
        ((map.positions[2 * point] ?? 0) - camera.x) * camera.pixelsPerUnit + size.width / 2;
      const y =
        ((map.positions[2 * point + 1] ?? 0) - camera.y) * camera.pixelsPerUnit + size.height / 2;
      if (x < -side || y < -side || x > size.width + side || y > size.height + side) continue;
      context.fillRect(x - side / 2, y - side / 2, side, side);
    }
  };
  if (selected) paint(0, FAINT);
  paint(1, isDimmed ? FAINT : selected ? 1 : strength);
}

/** Pixels of a point: smaller where there are many, larger when one zooms in. */
function pointSide(points: number, { pixelsPerUnit }: MapCamera, size: Size): number {
  const zoom = pixelsPerUnit / Math.max(1, Math.min(size.width, size.height) / 2);
  const base = points > 20_000 ? 2 : points > 2_000 ? 3 : 5;
  return Math.min(9, base * Math.max(1, Math.sqrt(zoom)));
}

/** Numbers tie groups to the legend without colour. */
function paintNumber(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { x, y }: Point,
  number: number,
): void {
  context.font = `600 ${theme.fontSizePx}px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  context.strokeText(String(number), x, y);
  context.fillStyle = theme.foreground;
  context.fillText(String(number), x, y);
}

function paintRing(
  context: CanvasRenderingContext2D,
  { map, camera, size, theme }: MapScene,
  point: number,
): void {
  const at = { x: map.positions[2 * point] ?? 0, y: map.positions[2 * point + 1] ?? 0 };
  const { x, y } = toScreen(camera, size, at);
  context.beginPath();
  context.arc(x, y, 7, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = theme.foreground;
  context.stroke();
}

function paintOutline(
  context: CanvasRenderingContext2D,
  theme: Theme,
  outline: readonly Point[],
): void {
  if (outline.length < 2) return;
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x, y);
  context.closePath();
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.strokeStyle = theme.foreground;
  context.stroke();
  context.setLineDash([]);
}
