import type { Figure } from '../glossary/figure.ts';
import { experimentFigures } from '../glossary/experimentFigures.ts';
import { mixFigures } from '../glossary/mixFigures.ts';
import { figures } from '../glossary/figures.ts';
import { QUALITY_CODES } from '../metrics/quality/qualityCodes.ts';
import { LEVEL_NAMES, MEASURED_FIELDS } from '../engine/report.ts';

/** A figure of the report that can be held to a limit. */
export interface KnownFigure {
  readonly path: string;
  /** What it is, in English. */
  readonly description: string;
}

/** The keys below a path of the glossary that ends with `*`; of a path that is not here there is no single figure. */
const KEYS_BELOW: Readonly<Record<string, readonly string[]>> = {
  'levels.*.*.interval': ['low', 'high'],
  'levels.*.*.atCommonRows': ['q0', 'q1', 'q2', 'coverage'],
  'levels.*.*.largest': ['kinds', 'share'],
  'levels.*.*.rareKinds': ['inOneRow', 'inTwoRows'],
  'levels.macro.*.vendiScoreOfOrder': ['half', 'two', 'infinity'],
  'levels.macro.*.pairs.novelSum': ['proximityWeighted', 'densityWeighted'],
  'levels.meso.*.balance': ['overCount', 'underCount'],
  'levels.micro.*.distinct': ['0', '1', '2'],
  'levels.micro.*.length': ['min', 'q1', 'median', 'q3', 'max', 'mean'],
};

const COUNTS: readonly KnownFigure[] = [
  ['file.rows', 'Rows that were measured'],
  ['file.lines', 'Lines, blank and broken ones included'],
  ['file.bytes', 'Size in bytes'],
  ['file.blankLines', 'Lines of white space only'],
  ['file.rowErrorCount', 'Broken lines'],
  ['file.rowWarningCount', 'Oddities of rows that were used all the same'],
  ['languages.length', 'Languages found'],
  ['recurringWording.instruction.found', 'Phrases that recur over the instructions'],
  ['recurringWording.response.found', 'Phrases that recur over the responses'],
  ['nearDuplicates.rows', 'Rows in any cluster of exact or near-duplicates'],
  ['nearDuplicates.exactClusters.length', 'Clusters of exact duplicates'],
  ['nearDuplicates.fuzzyClusters.length', 'Clusters of near-duplicates'],
  ['nearDuplicates.contained.rows.length', 'Rows that stand inside a longer one'],
  ['nearDuplicates.semantic.rows', 'Rows near in meaning only'],
  ['nearDuplicates.templates.families.length', 'Template families'],
  ['nearDuplicates.sameInstruction.rows', 'Rows of one instruction with different responses'],
  ['nearDuplicates.sameResponse.rows', 'Rows of one response with different instructions'],
  ['nearDuplicates.preferencePairs.alike.length', 'Preference pairs with alike answers'],
  ['nearDuplicates.preferencePairs.contradictions.length', 'Contradicting preference pairs'],
  ['offDistribution.length', 'Off-distribution rows'],
  ['quality.length', 'Kinds of quality findings'],
  ...QUALITY_CODES.map((code): [string, string] => [
    `quality.${code}.rows`,
    `Rows with the quality finding ${code}`,
  ]),
].map(([path = '', description = '']) => ({ path, description }));

/** Those of a table of runs and of mixtures are in no report of a file. */
const FIGURES_OF_FILES = Object.entries<Figure>(figures).flatMap(([id, figure]) =>
  Object.hasOwn(experimentFigures, id) || Object.hasOwn(mixFigures, id) ? [] : [figure],
);

/** Every figure that the report is known to have for some file, the counts first. */
export const KNOWN_FIGURES: readonly KnownFigure[] = [
  ...COUNTS,
  ...FIGURES_OF_FILES.flatMap(({ label, means, paths }) =>
    paths
      .flatMap(singleFigures)
      .flatMap(withoutWildcards)
      .map((path) => ({ path, description: `${label}. ${means}` })),
  ),
];

function singleFigures(pattern: string): string[] {
  if (!pattern.startsWith('levels.')) return [];
  if (!pattern.endsWith('.*')) return [pattern];
  const above = pattern.slice(0, -2);
  return (KEYS_BELOW[above] ?? []).map((key) => `${above}.${key}`);
}

function withoutWildcards(pattern: string): string[] {
  const [root, level, field, ...rest] = pattern.split('.');
  const levels = level === '*' ? LEVEL_NAMES : [level];
  const fields = field === '*' ? MEASURED_FIELDS : [field];
  return levels.flatMap((one) => fields.map((each) => [root, one, each, ...rest].join('.')));
}

const KNOWN_PATHS = new Set(KNOWN_FIGURES.map(({ path }) => path));

/** Whether a report may have a figure there: if not, and this one has none, the path is misspelt. */
export function isKnownFigure(path: string): boolean {
  return KNOWN_PATHS.has(path);
}
