import type { MapGroupingView, MapView } from '../mapProtocol.ts';
import type { MapWords } from '../mapWords.ts';
import { button, dropdown, iconButton } from './controls.ts';
import { element, fill, formatCount } from './element.ts';
import { explainedList } from './explainedList.ts';
import type { InfoContext } from './infoPopover.ts';
import { mapCanvas, MAP_MODES, type MapCanvas, type MapMode } from './mapCanvas.ts';
import { mapLegend } from './mapLegend.ts';
import { rowSteps } from './rowSteps.ts';

const HOVER_PAUSE_MS = 120;
const ZOOM = 1.5;

/** The page that a map stands in. */
export interface MapPage {
  readonly words: MapWords & InfoContext['words'];
  /** What the points are coloured by at first; the first grouping where there is none of that name. */
  readonly grouping: string | undefined;
  onGrouping?(id: string): void;
  /** The row of a point, in a few words. */
  readonly nameOf: (point: number) => string;
  askForExcerpt(point: number): void;
  readonly open: (point: number) => void;
  /** What a selection holds, beyond its number of rows. */
  describe?(points: Uint32Array): string;
  /** What else can be done with a selection. */
  actions?(points: Uint32Array): readonly HTMLElement[];
}

export interface MapBody {
  readonly element: HTMLElement;
  /** The points are grouped anew. */
  regroup(groupings: readonly MapGroupingView[]): void;
  /** An answer to `askForExcerpt`: shown if the row is still the one that is pointed at. */
  showExcerpt(place: { readonly file: number; readonly line: number }, excerpt: string): void;
  redraw(): void;
  dispose(): void;
}

/** The points, the table of their groups, the tools, and what can be done with the points that were chosen. */
export function mapBody(map: MapView, page: MapPage): MapBody {
  const { words } = page;
  let { groupings } = map;
  let groupingId = page.grouping;
  const chosenGrouping = () => groupings.find(({ id }) => id === groupingId) ?? groupings[0];
  let grouping = chosenGrouping();
  let asked: number | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const tip = element('div', { class: 'map-tip', 'aria-hidden': 'true' });
  tip.hidden = true;
  const tipExcerpt = element('div', { class: 'map-tip-text', dir: 'auto' });
  const tipTitle = element('div', { class: 'muted small' });
  tip.append(tipTitle, tipExcerpt);

  const label = fill(words.mapLabel, formatCount(map.lines.length));
  const canvas: MapCanvas = mapCanvas(map, label, {
    onHover: (point, at) => {
      if (point === asked) return;
      asked = point;
      clearTimeout(asking);
      tip.hidden = point === undefined;
      if (point === undefined) return;
      const group = grouping?.groups[grouping.groupOfPoint[point] ?? 0];
      const name = page.nameOf(point);
      tipTitle.textContent = group ? `${name} · ${group.name}` : name;
      tipExcerpt.textContent = '';
      const { clientWidth } = canvas.element;
      const isRight = at.x > clientWidth / 2;
      tip.style.left = isRight ? 'auto' : `${at.x + 14}px`;
      tip.style.right = isRight ? `${clientWidth - at.x + 14}px` : 'auto';
      tip.style.top = `${at.y + 8}px`;
      asking = setTimeout(() => page.askForExcerpt(point), HOVER_PAUSE_MS);
    },
    onOpen: (point) => page.open(point),
    onSelect: (points) => select(points),
    onEscape: () => select(new Uint32Array()),
  });

  const selection = element('div', { class: 'map-selection' });
  selection.hidden = true;
  const select = (points: Uint32Array) => {
    const marks = new Uint8Array(map.lines.length);
    for (const point of points) marks[point] = 1;
    canvas.setSelected(points.length > 0 ? marks : undefined);
    selection.hidden = points.length === 0;
    if (points.length > 0) selection.replaceChildren(...selectionBar(points));
  };
  const selectionBar = (points: Uint32Array): HTMLElement[] => {
    const counted = fill(words.rowsSelected, formatCount(points.length));
    const described = page.describe?.(points);
    return [
      element('span', { role: 'status' }, described ? `${counted} · ${described}` : counted),
      rowSteps(points, words, page),
      ...(page.actions?.(points) ?? []),
      button(words.clearSelection, { onClick: () => select(new Uint32Array()) }),
    ];
  };

  const legend = element('div', { class: 'map-legend' });
  const showGrouping = () => {
    canvas.setGrouping(grouping);
    canvas.setHighlighted(undefined);
    legend.hidden = !grouping;
    legend.replaceChildren(
      ...(grouping
        ? [
            mapLegend(grouping, words, {
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
          groupingId = id;
          page.onGrouping?.(id);
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
      explainedList(map.explained, page),
    ),
    regroup: (next) => {
      groupings = next;
      showGroupings();
    },
    showExcerpt: ({ file, line }, excerpt) => {
      if (asked === undefined || map.lines[asked] !== line) return;
      if ((map.files?.[asked] ?? 0) === file) tipExcerpt.textContent = excerpt;
    },
    redraw: () => canvas.redraw(),
    dispose: () => {
      clearTimeout(asking);
      canvas.dispose();
    },
  };
}
