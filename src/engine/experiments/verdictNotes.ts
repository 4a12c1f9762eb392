import {
  isAbsent,
  type ExperimentNote,
  type LevelFindings,
  type Relation,
  type Slope,
} from './experimentsReport.ts';
import { note } from './notes.ts';
import type { TogetherResult } from './takeTogether.ts';

/** From this many levels on, one of them standing out by chance is worth a word. */
const MANY = 3;
/** Variance inflation from which a slope is told to be vague, where no pair of columns says so already. */
const INFLATED = 10;
const PAIRS_SHOWN = 3;

/** Which levels pay, as far as the runs tell; then why the others cannot be told. */
export function verdictNotes(
  levels: readonly LevelFindings[],
  { together, dropped, alike }: TogetherResult,
  runs: number,
): ExperimentNote[] {
  const alone = levels.flatMap(({ column, alone: relation }) =>
    isAbsent(relation) ? [] : [{ column, relation }],
  );
  const judged: readonly { readonly column: string; readonly slope: Slope }[] = isAbsent(together)
    ? alone.map(({ column, relation }) => ({ column, slope: relation.slope }))
    : together.levels;
  const told = judged
    .filter(({ slope }) => isTold(slope))
    .toSorted((a, b) => Math.abs(b.slope.mean) - Math.abs(a.slope.mean));
  const notes: ExperimentNote[] = [];
  if (judged.length > 0) {
    if (told.length === 0) notes.push(note('no-level-told', 'verdict', { count: runs }));
    notes.push(...told.map(({ column, slope }) => verdictOf(column, slope)));
    notes.push(note(isAbsent(together) ? 'judged-alone' : 'judged-together', 'info'));
    if (told.length > 0 && judged.length >= MANY) {
      notes.push(note('by-chance', 'info', { count: judged.length }));
    }
  }
  if (!isAbsent(together)) {
    // One level together is that level alone, of which the same is said below.
    if (!together.levels.every(({ slope }) => isExact(slope))) {
      notes.push(...clearestComparison(together));
    } else if (together.levels.length > 1) notes.push(note('perfect-fit-together', 'warning'));
  }
  for (const { column, relation } of alone) notes.push(...doubts(column, relation));
  notes.push(...whyNot(levels, { together, dropped, alike }));
  return notes;
}

const isTold = ({ interval95 }: Slope): boolean => interval95.low > 0 || interval95.high < 0;

/** Of runs without noise every slope is exact. */
const isExact = ({ interval95 }: Slope): boolean => interval95.low === interval95.high;

function verdictOf(column: string, { mean, interval95: { low, high } }: Slope): ExperimentNote {
  const isGain = mean > 0;
  return note(
    isGain ? 'level-pays' : 'level-costs',
    'verdict',
    { columns: [column] },
    { figure: Math.abs(mean) },
    { figure: isGain ? low : -high },
    { figure: isGain ? high : -low },
  );
}

/** The pair of levels whose order is surest, where it is sure enough to speak of. */
function clearestComparison({
  comparisons,
}: {
  readonly comparisons: readonly {
    readonly first: string;
    readonly second: string;
    readonly probabilityFirstLarger: number;
  }[];
}): ExperimentNote[] {
  const sureness = (probability: number) => Math.max(probability, 1 - probability);
  const clearest = comparisons
    .filter(({ probabilityFirstLarger }) => sureness(probabilityFirstLarger) >= 0.95)
    .toSorted((a, b) => sureness(b.probabilityFirstLarger) - sureness(a.probabilityFirstLarger))[0];
  if (!clearest) return [];
  const { first, second, probabilityFirstLarger: probability } = clearest;
  const [larger, smaller] = probability >= 0.5 ? [first, second] : [second, first];
  return [
    note(
      'larger-slope',
      'info',
      { columns: [larger] },
      { columns: [smaller] },
      { share: sureness(probability) },
    ),
  ];
}

function doubts(column: string, { slope, leaveOneOut }: Relation): ExperimentNote[] {
  const of = { columns: [column] };
  if (isExact(slope)) return [note('perfect-fit', 'warning', of)];
  if (!leaveOneOut || !isTold(slope)) return [];
  const { strongest, logDensityGain } = leaveOneOut;
  const notes: ExperimentNote[] = [];
  if (!isTold(strongest.slopeWithout)) {
    notes.push({
      ...note(
        'hangs-on-one-run',
        'warning',
        of,
        { lines: [strongest.line] },
        { figure: strongest.slopeWithout.mean },
        { figure: slope.mean },
      ),
      lines: [strongest.line],
    });
  }
  if (logDensityGain <= 0) notes.push(note('foretells-nothing', 'warning', of));
  return notes;
}

function whyNot(
  levels: readonly LevelFindings[],
  { together, dropped, alike }: TogetherResult,
): ExperimentNote[] {
  const notes: ExperimentNote[] = [];
  for (const { column, alone } of levels) {
    const of = { columns: [column] };
    if (!isAbsent(alone)) continue;
    switch (alone.absence) {
      case 'too-few-runs':
        notes.push(
          note('too-few-for-level', 'warning', of, { count: alone.runs }, { count: alone.needed }),
        );
        break;
      case 'constant':
        notes.push(note('constant-level', 'warning', of));
        break;
      case 'collinear':
        notes.push(note('level-collinear', 'warning', of, { columns: alone.madeOf }));
        break;
      case 'same-score':
      case 'no-column':
    }
  }
  if (levels.some(({ alone }) => isAbsent(alone) && alone.absence === 'same-score')) {
    notes.push(note('same-score', 'error'));
  }
  if (isAbsent(together)) {
    if (together.absence === 'too-few-runs' && levels.length > 1) {
      notes.push(
        note('too-few-together', 'warning', { count: together.runs }, { count: together.needed }),
      );
    }
    return notes;
  }
  for (const { name, madeOf } of dropped) {
    if (madeOf.length === 0) continue;
    notes.push(note('collinear', 'warning', { columns: [name] }, { columns: madeOf }));
  }
  for (const { names, correlation } of alike.slice(0, PAIRS_SHOWN)) {
    notes.push(note('moves-together', 'warning', { columns: names }, { figure: correlation }));
  }
  const inPairs = new Set(alike.flatMap(({ names }) => names));
  for (const { column, varianceInflation } of together.levels) {
    if (varianceInflation >= INFLATED && !inPairs.has(column)) {
      notes.push(note('inflated', 'warning', { columns: [column] }, { figure: varianceInflation }));
    }
  }
  return notes;
}
