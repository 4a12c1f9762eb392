import { isCount, isObject, isOneOf } from './guards.ts';
import {
  CHART_CHOICES,
  FLAG_COLUMNS,
  LEVEL_IDS,
  MEASURED_FIELDS,
  type ChartChoice,
  type FlagColumn,
  type FlagKind,
  type LevelId,
  type MeasuredField,
} from './panelTerms.ts';
import { isFlagKinds, isFlagSorting, type FlagQuery } from './protocol.ts';
import { isRowFilter, ROW_GROUPINGS, type RowFilter, type RowGroupingId } from './rowsProtocol.ts';

/** What stands at the top of the window. */
export interface ReadingPlace {
  /** The id of a section; empty = what stands above them all. */
  readonly section: string;
  /** How far the section's top is above that of the window; below 0 where it is under it. */
  readonly offsetPx: number;
}

/** What the page keeps with vscode.setState; the host's serializer reads `target` from it. */
export interface PageState {
  readonly target: string;
  readonly kinds: readonly FlagKind[];
  readonly text: string;
  readonly sort: FlagQuery['sort'];
  readonly place: ReadingPlace;
  readonly tableScrollTop: number;
  /** The row of the table that has the keys, from 0. */
  readonly activeRow: number;
  /** Of those columns of the table to which the person gave a width, in pixels; the others share what is left. */
  readonly columnWidths: Readonly<Partial<Record<FlagColumn, number>>>;
  readonly fieldTabs: Readonly<Partial<Record<LevelId, MeasuredField>>>;
  readonly charts: Readonly<Partial<Record<LevelId, ChartChoice>>>;
  /** Levels whose further figures are open. */
  readonly openFigures: readonly LevelId[];
  readonly areStepsOpen: boolean;
  readonly mapGrouping: RowGroupingId;
  /** The rows that are measured beside the whole; empty = none. */
  readonly rowFilter: RowFilter;
}

const isByLevel = (value: unknown, choices: readonly string[]) =>
  isObject(value) &&
  Object.entries(value).every(
    ([level, choice]) => isOneOf(LEVEL_IDS, level) && isOneOf(choices, choice),
  );

const isColumnWidths = (value: unknown) =>
  isObject(value) &&
  Object.entries(value).every(
    ([column, width]) => isOneOf(FLAG_COLUMNS, column) && isCount(width) && width > 0,
  );

const isPlace = (value: unknown): value is ReadingPlace =>
  isObject(value) &&
  typeof value['section'] === 'string' &&
  Number.isSafeInteger(value['offsetPx']);

export function isPageState(value: unknown): value is PageState {
  return (
    isObject(value) &&
    typeof value['target'] === 'string' &&
    isFlagKinds(value['kinds']) &&
    typeof value['text'] === 'string' &&
    isFlagSorting(value['sort']) &&
    isPlace(value['place']) &&
    isCount(value['tableScrollTop']) &&
    isCount(value['activeRow']) &&
    isColumnWidths(value['columnWidths']) &&
    isByLevel(value['fieldTabs'], MEASURED_FIELDS) &&
    isByLevel(value['charts'], CHART_CHOICES) &&
    Array.isArray(value['openFigures']) &&
    value['openFigures'].every((level) => isOneOf(LEVEL_IDS, level)) &&
    typeof value['areStepsOpen'] === 'boolean' &&
    isOneOf(ROW_GROUPINGS, value['mapGrouping']) &&
    isRowFilter(value['rowFilter'])
  );
}
