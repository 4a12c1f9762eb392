import { isTextColumn, LEVEL_COLUMNS, type LevelColumn } from '../../data/runTable/runColumns.ts';
import { isFatal, type RunTable } from '../../data/runTable/runTable.ts';
import { standardize } from '../../metrics/experiments/standardize.ts';
import type {
  ColumnFacts,
  ExperimentNote,
  ExperimentsReport,
  Spread,
} from './experimentsReport.ts';
import type { ModelColumn } from './modelRuns.ts';
import { note, noteOfFault } from './notes.ts';
import { relate, type RunNames } from './relate.ts';
import { takeTogether } from './takeTogether.ts';
import { verdictNotes } from './verdictNotes.ts';
import { version as strataVersion } from '../../../package.json';

interface NumberColumn extends ModelColumn {
  readonly role: ColumnFacts['role'];
}

/** Columns that fewer than this share of the scored runs have are left out, rather than the runs. */
const MOSTLY = 0.5;

/**
 * What the runs of a table say of the levels: score against every level alone and against all together, size and covariates
 * held fixed.
 * @returns a report; of a table that cannot be used, one with the reasons among its notes
 * O(runs · columns²); 10,000 runs take some tenths of a second.
 */
export function analyseRuns(table: RunTable): ExperimentsReport {
  const { runs, columns } = table;
  const faults = table.faults.map(noteOfFault);
  const numbers = columns.flatMap(({ name, role }, at): NumberColumn[] =>
    isTextColumn(role)
      ? []
      : [
          {
            name: role === 'covariate' ? name : role,
            role,
            values: runs.map((run) => run.numbers[at]),
          },
        ],
  );
  const scoreColumn = numbers.find(({ role }) => role === 'score');
  const ofLevels = LEVEL_COLUMNS.flatMap(
    (level) => numbers.find(({ role }) => role === level) ?? [],
  );
  if (table.faults.some(isFatal) || !scoreColumn || ofLevels.length === 0 || runs.length === 0) {
    return withoutRuns(table, [
      ...faults,
      ...missingParts(table, !scoreColumn, ofLevels.length === 0),
    ]);
  }
  const lineOf = (places: readonly number[]) => places.flatMap((run) => runs[run]?.line ?? []);
  const places = [...runs.keys()];
  const scored = places.filter((run) => scoreColumn.values[run] !== undefined);
  const awaiting = places.filter((run) => scoreColumn.values[run] === undefined);
  const notes: ExperimentNote[] = [];
  if (awaiting.length > 0) notes.push(linesNote('score-missing', 'info', lineOf(awaiting)));
  if (scored.length === 0) {
    return withoutRuns(table, [note('no-scores', 'error'), ...faults, ...notes]);
  }

  const filled = (column: ModelColumn) => scored.filter((run) => column.values[run] !== undefined);
  const isMostlyFilled = (column: ModelColumn) => filled(column).length > MOSTLY * scored.length;
  const conditions = numbers.filter(
    (column) =>
      (column.role === 'size' || column.role === 'covariate') && filled(column).length > 0,
  );
  const known = conditions.filter(isMostlyFilled);
  for (const { name } of conditions.filter((column) => !known.includes(column))) {
    notes.push(note('mostly-missing', 'warning', { columns: [name] }));
  }
  // One value wherever it is known does not say that a run without it had the same.
  const used = scored.filter((run) => known.every(({ values }) => values[run] !== undefined));
  const heldFixed: ModelColumn[] = [];
  for (const column of known) {
    const { mean, standardDeviation } = standardize(numbersOf(column, used));
    if (standardDeviation > 0) {
      heldFixed.push(column.role === 'size' ? logarithmOf(column) : column);
    } else if (used.length > 0) {
      notes.push(note('constant-column', 'info', { columns: [column.name] }, { figure: mean }));
    }
  }
  const isUsed = new Set(used);
  const incomplete = scored.filter((run) => !isUsed.has(run));
  if (incomplete.length > 0) notes.push(linesNote('cells-missing', 'warning', lineOf(incomplete)));

  const unmeasured = used.filter((run) =>
    ofLevels.every(({ values }) => values[run] === undefined),
  );
  if (unmeasured.length > 0) notes.push(linesNote('levels-missing', 'warning', lineOf(unmeasured)));
  notes.push(...commonRowsNotes(numbers, used));

  const names: RunNames = { lines: runs.map(({ line }) => line), labels: labelsOf(table) };
  const score = scoreColumn.values.map((value, run) => (isUsed.has(run) ? value : undefined));
  const measured = ofLevels.filter((column) => filled(column).length > 0);
  const levels = measured.map((column) => ({
    column: column.role as LevelColumn,
    alone: relate(score, column, heldFixed, names),
  }));
  const joint = measured.filter(
    (column) =>
      isMostlyFilled(column) && standardize(numbersOf(column, used)).standardDeviation > 0,
  );
  const partly = used.filter(
    (run) =>
      ofLevels.some(({ values }) => values[run] !== undefined) &&
      joint.some(({ values }) => values[run] === undefined),
  );
  if (partly.length > 0) notes.push(linesNote('some-levels-missing', 'warning', lineOf(partly)));
  const result = takeTogether(score, joint, heldFixed);
  const size = heldFixed.find(({ name }) => name === 'size');
  const others = heldFixed.filter((column) => column !== size);
  const scoreSpread = spreadOf(numbersOf(scoreColumn, used));
  return {
    schemaVersion: 1,
    strataVersion,
    runs: { all: runs.length, used: used.length },
    ...(scoreSpread && { score: scoreSpread }),
    columns: numbers.flatMap((column): ColumnFacts[] => {
      const spread = column === scoreColumn ? undefined : spreadOf(numbersOf(column, scored));
      if (!spread) return [];
      return [{ name: column.name, role: column.role, runs: filled(column).length, ...spread }];
    }),
    notes: [...verdictNotes(levels, result, used.length), ...faults, ...notes],
    levels,
    together: result.together,
    ...(size && { size: relate(score, size, others, names) }),
  };
}

function withoutRuns({ runs }: RunTable, notes: readonly ExperimentNote[]): ExperimentsReport {
  return {
    schemaVersion: 1,
    strataVersion,
    runs: { all: runs.length, used: 0 },
    columns: [],
    notes,
    levels: [],
    together: { absence: 'no-column' },
  };
}

function missingParts(table: RunTable, noScore: boolean, noLevel: boolean): ExperimentNote[] {
  if (table.faults.some(isFatal)) return [];
  return [
    ...(noScore ? [note('no-score-column', 'error')] : []),
    ...(noLevel ? [note('no-level-column', 'error', LEVEL_COLUMNS.join(', '))] : []),
    ...(!noScore && !noLevel ? [note('no-runs', 'error')] : []),
  ];
}

const linesNote = (
  code: ExperimentNote['code'],
  weight: ExperimentNote['weight'],
  lines: readonly number[],
): ExperimentNote => ({ ...note(code, weight, { count: lines.length }, { lines }), lines });

const logarithmOf = (column: ModelColumn): ModelColumn => ({
  name: column.name,
  values: column.values.map((value) => (value === undefined ? undefined : Math.log(value))),
});

function numbersOf(column: ModelColumn, runs: readonly number[]): Float64Array {
  return Float64Array.from(runs.flatMap((run) => column.values[run] ?? []));
}

function spreadOf(values: Float64Array): Spread | undefined {
  if (values.length === 0) return undefined;
  const { mean, standardDeviation } = standardize(values);
  const lowest = values.reduce((low, value) => Math.min(low, value));
  const highest = values.reduce((high, value) => Math.max(high, value));
  return { mean, standardDeviation, lowest, highest };
}

function labelsOf({ columns, runs }: RunTable): string[] {
  const data = columns.find(({ role }) => role === 'data');
  return runs.map(({ cells }) => (data ? (cells[data.place] ?? '') : ''));
}

function commonRowsNotes(
  numbers: readonly NumberColumn[],
  used: readonly number[],
): ExperimentNote[] {
  const column = numbers.find(({ role }) => role === 'common-rows');
  const values = column ? [...new Set(numbersOf(column, used))] : [];
  if (values.length === 0) return [note('no-common-rows', 'info')];
  if (values.length === 1) return [];
  const shown = values.toSorted((a, b) => a - b).map((value) => String(value));
  return [note('different-common-rows', 'warning', shown.slice(0, 5).join(', '))];
}
