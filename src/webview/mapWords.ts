/** The words of a map’s own controls; English is the key of the translation. `{0}`, `{1}` are filled in by the page. */
export const englishMapWords = {
  mapPending: 'The rows are being laid out…',
  mapMissing: 'No map could be made of these rows: it takes at least a few whose meanings differ.',
  mapLabel: 'Map of {0} {0|row|rows} by meaning. The table beside it lists its groups.',
  mapHint:
    'Click a point to open its line. Ctrl and the wheel or a pinch zooms, dragging moves; Shift and dragging selects a box. With the focus on the map: arrow keys, + and −, 0 for all, Escape clears the selection.',
  colourBy: 'Colour by',
  dragTo: 'Dragging',
  'drag.move': 'moves the map',
  'drag.box': 'selects a box',
  'drag.lasso': 'selects with a lasso',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all points',
  rowsSelected: 'Rows selected: {0}',
  showRows: 'Show these rows',
  previousRow: 'Previous row of the selection',
  nextRow: 'Next row of the selection',
  rowPosition: '{0}, {1} of {2}',
  clearSelection: 'Clear selection',
  selectGroup: 'Select the rows of “{0}”',
  legendLabel: 'Groups on the map: {0}',
  rowsColumn: 'Rows',
  shareColumn: 'Share',
} as const;

export type MapWords = Readonly<Record<keyof typeof englishMapWords, string>>;
