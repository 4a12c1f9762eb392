import { roleOf } from '../../../data/runTable/runColumns.ts';
import type { ShownRuns } from '../../../data/runTable/shownRuns.ts';
import type {
  ExperimentsReport,
  ModelAbsence,
  Relation,
} from '../../../engine/experiments/experimentsReport.ts';
import type { AnalysedTable } from '../../../engine/jobs/analyseRunTable.ts';
import { isAbsent } from '../../../engine/experiments/experimentsReport.ts';
import { columnName, noteSentence, type Tongue } from '../../../engine/experiments/noteSentence.ts';
import { PRIOR } from '../../../engine/experiments/noteWords.ts';
import { englishSlopeWords } from '../../../engine/experiments/slopeWords.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type {
  ComparisonsView,
  ExperimentNoteView,
  ExperimentsView,
  RunsView,
} from '../../experimentsProtocol.ts';
import { fill } from '../wording.ts';
import { englishExperimentWords, type ExperimentWords } from './experimentWords.ts';
import { explainedFigures } from './explainedFigures.ts';
import { relationView } from './relationView.ts';
import { slopesView } from './slopesView.ts';

/** Around a line in a sentence, until it is cut there: no text that is safe to show has it. */
const MARK = '\u0000';
/** In the order of the page. */
const WEIGHTS = ['error', 'verdict', 'warning', 'info'] as const;

/** From a report to what the page of experiments shows. */
export function toExperimentsView(
  { report, measurable, shown: runsShown }: AnalysedTable,
  fileName: string,
  tongue: Tongue,
): ExperimentsView {
  const words = wordsOf(tongue);
  const { runs } = report;
  const slopes = slopesView(report, tongue, words);
  const comparisons = comparisonsView(report, tongue, words);
  const commonRows = report.columns.find(({ role }) => role === 'common-rows');
  const xLabel =
    commonRows && commonRows.standardDeviation === 0
      ? fill(words.diversity, tongue.count(commonRows.mean))
      : words.diversityPlain;
  const shown = (relation: Relation | ModelAbsence | undefined): relation is Relation =>
    relation !== undefined && !isAbsent(relation);
  return {
    title: fill(words.title, harmlessText(fileName, 60)),
    summary: fill(
      tongue.translate(englishSlopeWords[runs.all === 1 ? 'runsOne' : 'runsOther']),
      tongue.count(runs.all),
      tongue.count(runs.used),
    ),
    actions: {
      openTable: words.openTable,
      addInspection: words.addInspection,
      ...(measurable > 0 && { measure: fill(words.measure, tongue.count(measurable)) }),
      plan: words.plan,
    },
    notes: noteViews(report, tongue, words),
    ...(runsShown.columns.length > 0 && { runs: runsView(runsShown, tongue, words) }),
    prior: report.levels.length > 0 ? tongue.translate(PRIOR) : '',
    ...(slopes && { slopes }),
    levelsTitle: words.levelsTitle,
    relationLegend: words.relationLegend,
    relationExplained: explainedFigures(['predictiveBand'], tongue),
    levels: report.levels.flatMap(({ column, alone }) =>
      shown(alone)
        ? [
            relationView(
              alone,
              { title: columnName(column, tongue), xLabel, isSize: false },
              tongue,
              words,
            ),
          ]
        : [],
    ),
    ...(shown(report.size) && {
      size: relationView(
        report.size,
        { title: words.sizeTitle, xLabel: words.sizeAxis, isSize: true },
        tongue,
        words,
      ),
    }),
    ...(comparisons && { comparisons }),
  };
}

function runsView(
  { columns, rows, of }: ShownRuns,
  { count }: Tongue,
  words: ExperimentWords,
): RunsView {
  const hasData = columns.some(({ name }) => roleOf(name) === 'data');
  return {
    title: words.runsTitle,
    note: words.runsNote,
    lineColumn: words.lineColumn,
    columns: columns.map(({ name, place }) => ({ name: harmlessText(name, 60), place })),
    rows,
    cellLabel: words.cellLabel,
    ...(rows.length < of && { rest: fill(words.runsRest, count(rows.length), count(of)) }),
    ...(hasData && { add: { label: words.addRunLabel, button: words.addRun } }),
  };
}

function wordsOf({ translate }: Tongue): ExperimentWords {
  const entries = Object.entries(englishExperimentWords).map(([key, text]) => [
    key,
    translate(text),
  ]);
  return Object.fromEntries(entries) as ExperimentWords;
}

function noteViews(
  { notes }: ExperimentsReport,
  tongue: Tongue,
  words: ExperimentWords,
): ExperimentNoteView[] {
  return WEIGHTS.flatMap((weight) =>
    notes
      .filter((note) => note.weight === weight)
      .map((note) => ({
        weight,
        weightLabel: words[`weight.${weight}`],
        text: withLines(noteSentence(note, { ...tongue, line: (line) => `${MARK}${line}${MARK}` })),
      })),
  );
}

/** Every other piece of a sentence with marks is a line. */
const withLines = (sentence: string): (string | number)[] =>
  sentence.split(MARK).map((piece, at) => (at % 2 === 1 ? Number(piece) : piece));

function comparisonsView(
  { together }: ExperimentsReport,
  tongue: Tongue,
  words: ExperimentWords,
): ComparisonsView | undefined {
  if (isAbsent(together) || together.comparisons.length === 0) return undefined;
  const rows = together.comparisons.map(({ first, second, probabilityFirstLarger: probability }) =>
    probability >= 0.5
      ? { first, second, probability }
      : { first: second, second: first, probability: 1 - probability },
  );
  return {
    title: words.comparisonsTitle,
    explained: explainedFigures(['probabilityFirstLarger'], tongue),
    first: words.largerColumn,
    second: words.smallerColumn,
    probability: words.largerProbability,
    rows: rows
      .toSorted((a, b) => b.probability - a.probability)
      .map(({ first, second, probability }) => ({
        first: columnName(first, tongue),
        second: columnName(second, tongue),
        probabilityText: tongue.percent(probability),
      })),
  };
}
