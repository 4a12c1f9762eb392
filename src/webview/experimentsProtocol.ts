import type { CellChange } from '../data/runTable/setRunCell.ts';
import { isCount, isLine, isObject, isText } from './guards.ts';
import type { ExplainedFigure } from './explanation.ts';
import type { PageWords } from './words.ts';

/** Both directions between the extension host and the page of experiments. Every payload survives structuredClone. */

export interface ExperimentsView {
  readonly title: string;
  readonly summary: string;
  readonly actions: {
    readonly openTable: string;
    readonly addInspection: string;
    /** Absent where no data set of a run is there to be measured. */
    readonly measure?: string;
    readonly plan: string;
  };
  /** Verdicts and errors first. */
  readonly notes: readonly ExperimentNoteView[];
  /** Absent where the table cannot be read. */
  readonly runs?: RunsView;
  readonly prior: string;
  readonly slopes?: SlopesView;
  /** Score against each level. */
  readonly levels: readonly RelationView[];
  readonly levelsTitle: string;
  /** How the charts of all relations are read. */
  readonly relationLegend: string;
  readonly relationExplained: readonly ExplainedFigure[];
  /** Score against size. */
  readonly size?: RelationView;
  readonly comparisons?: ComparisonsView;
}

export interface ExperimentNoteView {
  readonly weight: 'verdict' | 'error' | 'warning' | 'info';
  /** Name of the weight, for those who do not see its sign. */
  readonly weightLabel: string;
  /** Its sentence in pieces: numbers are lines of the table to go to. */
  readonly text: readonly (string | number)[];
}

/** The table, to be edited. */
export interface RunsView {
  readonly title: string;
  readonly note: string;
  readonly lineColumn: string;
  /** 0-based places in the file. */
  readonly columns: readonly { readonly name: string; readonly place: number }[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Names a cell: of the column `{0}` on the line `{1}`. */
  readonly cellLabel: string;
  /** How many of the runs are shown, where not all are. */
  readonly rest?: string;
  /** Absent where the table has no column of data sets. */
  readonly add?: { readonly label: string; readonly button: string };
}

export interface SlopesView {
  readonly title: string;
  readonly legend: string;
  readonly columns: {
    readonly level: string;
    readonly basis: string;
    readonly chart: string;
    readonly mean: string;
    readonly low: string;
    readonly high: string;
    readonly probability: string;
    readonly predictive: string;
  };
  readonly explained: readonly ExplainedFigure[];
  /** Where zero stands on the tracks, 0–1. */
  readonly zero: number;
  readonly rows: readonly SlopeRowView[];
}

export interface SlopeRowView {
  readonly level: string;
  readonly basis: string;
  readonly isTogether: boolean;
  /** Whether the 95 % interval leaves zero out. */
  readonly isTold: boolean;
  /** Why there is no slope, in place of all that follows. */
  readonly absence?: string;
  /** Places on the track, 0–1, ascending: 95 % low, 68 % low, mean, 68 % high, 95 % high. */
  readonly places: readonly number[];
  readonly meanText: string;
  readonly lowText: string;
  readonly highText: string;
  readonly probabilityText: string;
  readonly predictiveText: string;
}

export interface RelationView {
  readonly title: string;
  readonly sentence: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Whether x is drawn by its logarithm. */
  readonly isLogarithmic: boolean;
  readonly points: readonly RelationPointView[];
  readonly band: readonly {
    readonly x: number;
    readonly mean: number;
    readonly low68: number;
    readonly high68: number;
    readonly low95: number;
    readonly high95: number;
  }[];
  readonly columns: { readonly line: string; readonly data: string; readonly score: string };
  /** How many of the points are shown, where not all are. */
  readonly rest?: string;
}

export interface RelationPointView {
  readonly line: number;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly xText: string;
  readonly yText: string;
  readonly scoreText: string;
}

export interface ComparisonsView {
  readonly explained: readonly ExplainedFigure[];
  readonly title: string;
  readonly first: string;
  readonly second: string;
  readonly probability: string;
  readonly rows: readonly {
    readonly first: string;
    readonly second: string;
    readonly probabilityText: string;
  }[];
}

export interface HostToExperiments {
  readonly type: 'experiments';
  /** URI of the table; the page keeps it in its state, from which the host restores the panel. */
  readonly target: string;
  readonly words: PageWords;
  readonly view: ExperimentsView;
}

export type ExperimentsToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'openLine'; readonly line: number; readonly preserveFocus: boolean }
  | { readonly type: 'measureRuns' }
  | { readonly type: 'planRuns' }
  | { readonly type: 'addInspection' }
  | { readonly type: 'addRun'; readonly data: string }
  | ({ readonly type: 'setCell' } & CellChange);

/** What the page keeps over a reload of the window. */
export interface ExperimentsState {
  readonly target: string;
}

const MOST_CELL_UNITS = 10_000;
const isCell = (value: unknown) => isText(value, MOST_CELL_UNITS);

/** Checks tags and outer shape only: the host is ours, other frames' messages are not. */
export function isHostToExperiments(value: unknown): value is HostToExperiments {
  return (
    isObject(value) &&
    value['type'] === 'experiments' &&
    typeof value['target'] === 'string' &&
    isObject(value['words']) &&
    isObject(value['view']) &&
    Array.isArray(value['view']['notes']) &&
    Array.isArray(value['view']['levels'])
  );
}

/** Whether a message from the page may be handled; anything else is dropped. */
export function isExperimentsToHost(value: unknown): value is ExperimentsToHost {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'measureRuns':
    case 'planRuns':
    case 'addInspection':
      return true;
    case 'addRun':
      return isCell(value['data']) && value['data'] !== '';
    case 'setCell':
      return (
        isLine(value['line']) &&
        isCount(value['place']) &&
        isCell(value['was']) &&
        isCell(value['value'])
      );
    case 'openLine':
      return isLine(value['line']) && typeof value['preserveFocus'] === 'boolean';
    default:
      return false;
  }
}

export function isExperimentsState(value: unknown): value is ExperimentsState {
  return isObject(value) && typeof value['target'] === 'string';
}
