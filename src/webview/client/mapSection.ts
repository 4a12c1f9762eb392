import type {
  MapState,
  MapView,
  RowGroupingId,
  RowGroupingView,
  RowsToPage,
} from '../rowsProtocol.ts';
import { button, dropdown, iconButton } from './controls.ts';
import { element, fill, formatCount } from './element.ts';
import { mapCanvas, MAP_MODES, type MapCanvas, type MapMode } from './mapCanvas.ts';
import { mapLegend } from './mapLegend.ts';
import type { PageContext } from './pageContext.ts';
import { writeLineRanges } from './writeLineRanges.ts';

const HOVER_PAUSE_MS = 120;
const ZOOM = 1.5;

export interface MapSection {
  readonly element: HTMLElement;
  show(map: MapState): void;
  /** The points are grouped anew: the flags have changed. */
  regroup(groupings: readonly RowGroupingView[]): void;
  receive(message: Extract<RowsToPage, { type: 'rowExcerpt' }>): void;
  redraw(): void;
  dispose(): void;
}

/** The map of the rows: what is near in meaning stands near. @param onMeasure measures the lines that were chosen */
export function mapSection(page: PageContext, onMeasure: (lines: string) => void): MapSection {
  const { words } = page;
  const body = element('div', { class: 'map-body' });
  let shown: ReturnType<typeof mapBody> | undefined;
  return {
    element: element(
      'section',
      { class: 'map', 'aria-labelledby': 'map-title' },
      element('h2', { id: 'map-title' }, words.map),
      element('p', { class: 'muted' }, words.mapSubject),
      body,
    ),
    show: (map) => {
      shown?.canvas.dispose();
      shown = map.kind === 'shown' ? mapBody(map, page, onMeasure) : undefined;
      const waiting = map.kind === 'pending' ? words.mapPending : words.mapMissing;
      body.replaceChildren(
        shown?.element ?? element('p', { class: 'level-empty muted', role: 'status' }, waiting),
      );
    },
    regroup: (groupings) => shown?.regroup(groupings),
    receive: (message) => shown?.receive(message),
    redraw: () => shown?.canvas.redraw(),
    dispose: () => shown?.canvas.dispose(),
  };
}

function mapBody(map: MapView, page: PageContext, onMeasure: (lines: string) => void) {
  const { words } = page;
  let groupings = map.groupings;
  const chosenGrouping = () =>
    groupings.find(({ id }) => id === page.state().mapGrouping) ?? groupings[0];
  let grouping = chosenGrouping();
  let chosen: Uint32Array = new Uint32Array();
  let asked: number | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const tip = element('div', { class: 'map-tip', 'aria-hidden': 'true' });
  tip.hidden = true;
  const tipExcerpt = element('div', { class: 'map-tip-text', dir: 'auto' });
  const tipTitle = element('div', { class: 'muted small' });
  tip.append(tipTitle, tipExcerpt);
  const lineOf = (point: number) => map.lines[point] ?? 1;
  const open = (line: number) => page.post({ type: 'openLine', line, preserveFocus: true });

  const label = fill(words.mapLabel, formatCount(map.lines.length));
  const canvas: MapCanvas = mapCanvas(map, label, {
    onHover: (point, at) => {
      if (point === asked) return;
      asked = point;
      clearTimeout(asking);
      tip.hidden = point === undefined;
      if (point === undefined) return;
      const group = grouping?.groups[grouping.groupOfPoint[point] ?? 0];
      const line = fill(words.lineNumber, formatCount(lineOf(point)));
      tipTitle.textContent = group ? `${line} · ${group.name}` : line;
      tipExcerpt.textContent = '';
      const { clientWidth } = canvas.element;
      const isRight = at.x > clientWidth / 2;
      tip.style.left = isRight ? 'auto' : `${at.x + 14}px`;
      tip.style.right = isRight ? `${clientWidth - at.x + 14}px` : 'auto';
      tip.style.top = `${at.y + 8}px`;
      asking = setTimeout(
        () => page.post({ type: 'getRowExcerpt', line: lineOf(point) }),
        HOVER_PAUSE_MS,
      );
    },
    onOpen: (point) => open(lineOf(point)),
    onSelect: (points) => select(points),
    onEscape: () => select(new Uint32Array()),
  });

  const selection = element('div', { class: 'map-selection' });
  selection.hidden = true;
  const select = (points: Uint32Array) => {
    chosen = points;
    const marks = new Uint8Array(map.lines.length);
    for (const point of points) marks[point] = 1;
    canvas.setSelected(points.length > 0 ? marks : undefined);
    selection.hidden = points.length === 0;
    if (points.length > 0) selection.replaceChildren(...selectionBar());
  };
  const selectionBar = (): HTMLElement[] => {
    const lines = Array.from(chosen, lineOf);
    return [
      element('span', { role: 'status' }, fill(words.rowsSelected, formatCount(lines.length))),
      rowSteps(lines, page, open),
      button(words.measureSelection, {
        primary: true,
        onClick: () => onMeasure(writeLineRanges(lines)),
      }),
      button(words.clearSelection, { onClick: () => select(new Uint32Array()) }),
    ];
  };

  const legend = element('div', { class: 'map-legend' });
  const showGrouping = () => {
    canvas.setGrouping(grouping);
    canvas.setHighlighted(undefined);
    legend.replaceChildren(
      ...(grouping
        ? [
            mapLegend(grouping, page, {
              onHighlight: (group) => canvas.setHighlighted(group),
              onSelect: (group) => select(pointsOf(group)),
            }),
          ]
        : []),
    );
  };
  const pointsOf = (group: number): Uint32Array => {
    const points: number[] = [];
    grouping?.groupOfPoint.forEach((one, point) => {
      if (one === group) points.push(point);
    });
    return Uint32Array.from(points);
  };

  const colourBy = element('label', { class: 'map-tool' });
  const showGroupings = () => {
    grouping = chosenGrouping();
    colourBy.hidden = !grouping;
    colourBy.replaceChildren(
      words.colourBy,
      dropdown(
        words.colourBy,
        groupings.map(({ id, label: name }) => ({ value: id, label: name })),
        grouping?.id ?? '',
        (id) => {
          page.remember({ mapGrouping: id as RowGroupingId });
          grouping = chosenGrouping();
          showGrouping();
        },
      ),
    );
    showGrouping();
  };

  const tools = element(
    'div',
    { class: 'map-tools' },
    colourBy,
    element(
      'label',
      { class: 'map-tool' },
      words.dragTo,
      dropdown(
        words.dragTo,
        MAP_MODES.map((mode) => ({ value: mode, label: words[`drag.${mode}`] })),
        'move',
        (mode) => canvas.setMode(mode as MapMode),
      ),
    ),
    element(
      'div',
      { class: 'map-zoom' },
      iconButton(words.zoomIn, 'zoom-in', () => canvas.zoom(ZOOM)),
      iconButton(words.zoomOut, 'zoom-out', () => canvas.zoom(1 / ZOOM)),
      iconButton(words.showAll, 'fit', () => canvas.showAll()),
    ),
  );
  canvas.setMode('move');
  showGroupings();
  return {
    canvas,
    element: element(
      'div',
      { class: 'map-content' },
      tools,
      element(
        'div',
        { class: 'map-split' },
        element('div', { class: 'map-frame' }, canvas.element, tip),
        legend,
      ),
      selection,
      element('p', { class: 'muted small' }, words.mapHint),
      ...map.notes.map((note) => element('p', { class: 'muted small' }, note)),
    ),
    regroup: (next: readonly RowGroupingView[]) => {
      groupings = next;
      showGroupings();
    },
    receive: ({ line, excerpt }: Extract<RowsToPage, { type: 'rowExcerpt' }>) => {
      if (asked !== undefined && lineOf(asked) === line) tipExcerpt.textContent = excerpt;
    },
  };
}

/** Goes through the rows one by one, each opened beside the panel. */
function rowSteps(
  lines: readonly number[],
  { words }: PageContext,
  open: (line: number) => void,
): HTMLElement {
  let at = -1;
  const place = element('span', { class: 'number muted', role: 'status' });
  const previous = iconButton(words.previousRow, 'previous', () => step(-1));
  const next = iconButton(words.nextRow, 'next', () => step(1));
  const stepper = element('span', { class: 'row-steps' }, previous, place, next);
  stepper.hidden = true;
  const step = (by: number) => {
    at = (at + by + lines.length) % lines.length;
    const line = lines[at] ?? 1;
    place.textContent = fill(
      words.rowPosition,
      formatCount(line),
      formatCount(at + 1),
      formatCount(lines.length),
    );
    open(line);
  };
  const show = button(words.showRows, {
    onClick: () => {
      show.hidden = true;
      stepper.hidden = false;
      step(1);
    },
  });
  return element('span', { class: 'row-steps' }, show, stepper);
}
