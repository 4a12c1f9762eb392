import type { MapGroupingView, MapView } from '../mapProtocol.ts';
import { element } from './element.ts';
import { densestPlaces } from './densestPlaces.ts';
import {
  createPointIndex,
  pointsInside,
  toMap,
  reachOf,
  wholeMap,
  zoomAt,
  type MapCamera,
  type Point,
  type Size,
} from './mapGeometry.ts';
import { paintMap } from './mapPainter.ts';
import { readTheme, type Theme } from './theme.ts';

export const MAP_MODES = ['move', 'box', 'lasso'] as const;
export type MapMode = (typeof MAP_MODES)[number];

export interface MapCanvasListener {
  onHover(point: number | undefined, at: Point): void;
  onOpen(point: number): void;
  onSelect(points: Uint32Array): void;
  onEscape(): void;
}

export interface MapCanvas {
  readonly element: HTMLCanvasElement;
  setMode(mode: MapMode): void;
  setGrouping(grouping: MapGroupingView | undefined): void;
  setHighlighted(group: number | undefined): void;
  setSelected(selected: Uint8Array | undefined): void;
  zoom(factor: number): void;
  showAll(): void;
  /** The colours of the theme may have changed. To be called in a frame. */
  redraw(): void;
  /** It has left the page. */
  dispose(): void;
}

const REACH_PX = 10;
const CLICK_PX = 4;
const PAN_PX = 48;
const ZOOM = 1.4;
/** Drawn before it is scrolled to. */
const IN_VIEW_MARGIN = '200px';

/** The drawn points, with what a person does to them by mouse, touchpad and keyboard. */
export function mapCanvas(map: MapView, label: string, listener: MapCanvasListener): MapCanvas {
  const canvas = element('canvas', { tabindex: '0', role: 'img', 'aria-label': label });
  const context = canvas.getContext('2d');
  const index = createPointIndex(map.positions);
  let theme: Theme = readTheme();
  let size: Size = { width: 0, height: 0 };
  let camera: MapCamera | undefined;
  let mode: MapMode = 'move';
  let grouping: MapGroupingView | undefined;
  let places: readonly (Point | undefined)[] = [];
  let highlighted: number | undefined;
  let selected: Uint8Array | undefined;
  let hovered: number | undefined;
  let drag: { readonly kind: MapMode; readonly from: Point; moved: boolean } | undefined;
  let outline: readonly Point[] = [];
  let frame: number | undefined;

  let isInView = false;
  let isStale = true;

  // A hundred thousand points take a tenth of a second: where nobody sees them, they wait.
  const paint = () => {
    isStale = true;
    if (!context || !camera || !isInView) return;
    isStale = false;
    const shown = { map, grouping, places, camera, size, theme };
    paintMap(context, { ...shown, highlighted, selected, hovered, outline });
  };
  const draw = () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      paint();
    });
  };
  const reach = reachOf(map.positions);
  const whole = () => wholeMap(size, reach);
  const look = (next: MapCamera) => {
    camera = next;
    draw();
  };
  const pan = (dx: number, dy: number) => {
    if (!camera) return;
    const { pixelsPerUnit } = camera;
    look({ ...camera, x: camera.x - dx / pixelsPerUnit, y: camera.y - dy / pixelsPerUnit });
  };
  const zoom = (factor: number, at: Point = { x: size.width / 2, y: size.height / 2 }) => {
    if (camera) look(zoomAt(camera, size, reach, at, factor));
  };
  const pointAt = (at: Point): number | undefined =>
    camera && index.nearest(toMap(camera, size, at), REACH_PX / camera.pixelsPerUnit);
  const hover = (point: number | undefined, at: Point) => {
    listener.onHover(point, at);
    canvas.classList.toggle('on-point', point !== undefined);
    if (point === hovered) return;
    hovered = point;
    draw();
  };
  const finish = (kind: MapMode, at: Point) => {
    const corners = outline;
    outline = [];
    const shown = camera;
    if (kind === 'move' || !shown) return;
    const polygon = corners.map((corner) => toMap(shown, size, corner));
    hover(undefined, at);
    listener.onSelect(pointsInside(map.positions, polygon));
  };

  const resizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const wasWhole = !camera || camera.pixelsPerUnit === whole().pixelsPerUnit;
    size = { width, height };
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (wasWhole) camera = whole();
    draw();
  });
  resizes.observe(canvas);
  const views = new IntersectionObserver(
    (entries) => {
      isInView = entries.at(-1)?.isIntersecting === true;
      if (isInView && isStale) draw();
    },
    { rootMargin: IN_VIEW_MARGIN },
  );
  views.observe(canvas);

  const place = (event: MouseEvent): Point => ({ x: event.offsetX, y: event.offsetY });
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    const from = place(event);
    drag = { kind: event.shiftKey ? 'box' : mode, from, moved: false };
    outline = [];
  });
  canvas.addEventListener('pointermove', (event) => {
    const at = place(event);
    if (!drag) {
      hover(pointAt(at), at);
      return;
    }
    drag.moved ||= Math.hypot(at.x - drag.from.x, at.y - drag.from.y) > CLICK_PX;
    if (!drag.moved) return;
    if (drag.kind === 'move') pan(event.movementX, event.movementY);
    else outline = drag.kind === 'box' ? boxOf(drag.from, at) : [...outline, at];
    draw();
  });
  canvas.addEventListener('pointerup', (event) => {
    const at = place(event);
    const ended = drag;
    drag = undefined;
    if (!ended) return;
    const point = pointAt(at);
    if (ended.moved) finish(ended.kind, at);
    else if (point !== undefined) listener.onOpen(point);
    draw();
  });
  // A pen or a finger that the system takes over lifts nowhere.
  canvas.addEventListener('pointercancel', () => {
    drag = undefined;
    outline = [];
    draw();
  });
  canvas.addEventListener('pointerleave', (event) => hover(undefined, place(event)));
  // A plain wheel scrolls the page; a pinch on a touchpad comes as a wheel with Ctrl.
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 200), place(event));
    },
    { passive: false },
  );
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => pan(PAN_PX, 0),
    ArrowRight: () => pan(-PAN_PX, 0),
    ArrowUp: () => pan(0, PAN_PX),
    ArrowDown: () => pan(0, -PAN_PX),
    '+': () => zoom(ZOOM),
    '=': () => zoom(ZOOM),
    '-': () => zoom(1 / ZOOM),
    '0': () => look(whole()),
    Escape: () => listener.onEscape(),
  };
  canvas.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  return {
    element: canvas,
    setMode: (next) => {
      mode = next;
      canvas.dataset['mode'] = next;
    },
    setGrouping: (next) => {
      grouping = next;
      places = next ? densestPlaces(map.positions, next) : [];
      draw();
    },
    setHighlighted: (group) => {
      highlighted = group;
      draw();
    },
    setSelected: (next) => {
      selected = next;
      draw();
    },
    zoom: (factor) => zoom(factor),
    showAll: () => look(whole()),
    redraw: () => {
      theme = readTheme();
      paint();
    },
    dispose: () => {
      resizes.disconnect();
      views.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

function boxOf(from: Point, to: Point): Point[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}
