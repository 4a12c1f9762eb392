import type { SheetSection } from '../../sheetProtocol.ts';
import { button } from '../controls.ts';
import { element } from '../element.ts';
import { explainedList } from '../explainedList.ts';
import { bandFigure } from './bandFigure.ts';
import { pairedBars } from './pairedBars.ts';
import { sheetControl } from './sheetControl.ts';
import { sheetMap } from './sheetMap.ts';
import type { SheetContext } from './sheetPage.ts';
import { sheetSteps } from './sheetSteps.ts';
import { sheetTable } from './sheetTable.ts';

/** One section of a sheet: its sentence, its controls, what it shows, its buttons. */
export function sheetSection(section: SheetSection, page: SheetContext): HTMLElement {
  const { id, title, note, controls = [], bars = [], charts = [], tables = [] } = section;
  const { steps, map, explained = [], actions = [] } = section;
  return element(
    'section',
    { class: 'sheet-section', id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    note === '' ? undefined : element('p', { class: 'muted' }, note),
    controls.length === 0
      ? undefined
      : element(
          'div',
          { class: 'sheet-controls' },
          ...controls.map((control) => sheetControl(control, page)),
        ),
    explained.length === 0 ? undefined : explainedList(explained, page),
    steps && sheetSteps(steps, page),
    ...bars.map(pairedBars),
    ...charts.map((chart) => bandFigure(chart, page)),
    map && sheetMap(id, map, page),
    ...tables.map((table) => sheetTable(table, title, page)),
    actions.length === 0
      ? undefined
      : element(
          'div',
          { class: 'actions' },
          ...actions.map(({ id, label, primary = false }) =>
            button(label, { primary, onClick: () => page.post({ type: 'act', id }) }),
          ),
        ),
  );
}
