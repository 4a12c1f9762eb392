import type { InputFormat } from '../../data/inputs/inputKind.ts';
import { pathOfPart } from '../../data/inputs/inputPart.ts';
import type { ShapeId } from '../../data/rowTypes.ts';
import type { FileFacts, InspectSettings } from '../report.ts';
import type { MixPlan } from './mixing.ts';
import { generatedRowsAt } from './drawMixtures.ts';

/** Lines for the configuration of a trainer that mixes by itself. */
export interface MixtureSnippet {
  readonly name: 'axolotl' | 'trl' | 'datasets';
  readonly language: 'yaml' | 'python';
  readonly text: string;
}

/** What the snippets are made of. */
export interface SnippetFacts {
  readonly settings: Pick<InspectSettings, 'seed'>;
  readonly plan: Pick<MixPlan, 'size'>;
  readonly generated: MixedFile;
  readonly real: MixedFile;
}

interface MixedFile {
  readonly file: Pick<FileFacts, 'path' | 'rows' | 'shape' | 'parts'>;
}

/** How axolotl reads rows of a shape; others need a type that the person names. */
const AXOLOTL_TYPES: Readonly<Partial<Record<ShapeId, string>>> = {
  alpaca: 'alpaca',
  messages: 'chat_template',
  text: 'completion',
};

/** What the `datasets` library, by which all three read files, calls each format. */
const LOADERS: Readonly<Record<InputFormat, string>> = {
  jsonl: 'json',
  json: 'json',
  csv: 'csv',
  tsv: 'csv',
  parquet: 'parquet',
};

const NOT_TOGETHER =
  '# No loader reads files of several formats together: write the mixture to a file instead.';
const NOT_BY_COMMAS =
  '# Cells are read that commas part, and here they are not: write the mixture to a file instead.';
const NOT_FROM_FIELD =
  '# Rows are not read that stand in a field of one object, as here: write the mixture to a file instead.';

/** Digits of a share: one row of ten thousand. */
const DIGITS = 4;

/**
 * Mixture weights for trainers that mix at a ratio by themselves: axolotl (a share of each file), TRL's configuration (a part
 * of each file) and `interleave_datasets` (the probability of each file).
 * @param ratio per cent of generated rows, 0–100; files without a row in the mixture are left out
 * @see axolotl-ai-cloud/axolotl pull request 3690 (`weight`: share of the file's rows, above 0, at most 1);
 *   its data/shared.py (`data_files` of a folder); huggingface/trl, trl/scripts/utils.py, `DatasetMixtureConfig`;
 *   huggingface.co/docs/datasets, `interleave_datasets`
 */
export function mixtureSnippets(
  { generated, real, plan, settings: { seed } }: SnippetFacts,
  ratio: number,
): MixtureSnippet[] {
  const generatedRows = generatedRowsAt(ratio, plan.size);
  const files = [
    { file: generated.file, rows: generatedRows },
    { file: real.file, rows: plan.size - generatedRows },
  ].filter(({ rows }) => rows > 0);
  const axolotl = files.flatMap(({ file, rows }) => [
    ...warning(file, false).map((comment) => `  ${comment}`),
    `  - path: ${quote(file.path)}`,
    ...(file.parts?.some(({ inFolder }) => inFolder) ? dataFiles(file) : []),
    `    ds_type: ${LOADERS[formatOf(file)]}`,
    `    type: ${AXOLOTL_TYPES[file.shape] ?? `# the prompt type of rows such as ${file.shape}`}`,
    `    weight: ${shareOf(rows, file.rows)} # ${rows} of ${file.rows} rows`,
  ]);
  const trl = files.flatMap(({ file, rows }) => [
    ...warning(file, false).map((comment) => `  ${comment}`),
    `  - path: ${LOADERS[formatOf(file)]}`,
    ...dataFiles(file),
    `    split: "train[:${rows}]"`,
  ]);
  const loads = files.flatMap(({ file }) => {
    const paths = pathsOf(file).map(quote);
    const list = paths.length === 1 ? paths[0] : `[${paths.join(', ')}]`;
    const delimiter = file.parts?.[0]?.delimiter ?? ',';
    const separator = delimiter === ',' ? '' : `, sep=${quote(delimiter)}`;
    const field = file.parts?.[0]?.field;
    const within = field === undefined ? '' : `, field=${quote(field)}`;
    return [
      ...warning(file, true),
      `load_dataset("${LOADERS[formatOf(file)]}", data_files=${list}, split="train"${separator}${within}),`,
    ];
  });
  // The second is what the first leaves: their sum has to be 1.
  const share = Number((ratio / 100).toFixed(DIGITS));
  const probabilities = files.length < 2 ? [1] : [share, Number((1 - share).toFixed(DIGITS))];
  const python = [
    'from datasets import interleave_datasets, load_dataset',
    '',
    'train_dataset = interleave_datasets(',
    '    [',
    ...loads.map((line) => `        ${line}`),
    '    ],',
    `    probabilities=[${probabilities.join(', ')}],`,
    `    seed=${seed},`,
    '    stopping_strategy="first_exhausted",',
    ')',
  ];
  const snippet = (
    name: MixtureSnippet['name'],
    language: MixtureSnippet['language'],
    lines: readonly string[],
  ): MixtureSnippet => ({ name, language, text: `${lines.join('\n')}\n` });
  return [
    snippet('axolotl', 'yaml', [
      'datasets:',
      ...axolotl,
      'shuffle_merged_datasets: true',
      `seed: ${seed}`,
    ]),
    snippet('trl', 'yaml', [
      '# The first rows of each file: shuffle the files before.',
      'datasets:',
      ...trl,
    ]),
    snippet('datasets', 'python', python),
  ];
}

const quote = (text: string): string => JSON.stringify(text);

/** Of a folder that of its first file. */
const formatOf = ({ parts }: MixedFile['file']): InputFormat => parts?.[0]?.format ?? 'jsonl';

/** Of a folder those of its files that were read. */
function pathsOf({ path, parts = [] }: MixedFile['file']): readonly string[] {
  return parts.length === 0 ? [path] : parts.map((part) => pathOfPart(path, part));
}

function dataFiles(file: MixedFile['file']): readonly string[] {
  const paths = pathsOf(file);
  if (paths.length === 1) return [`    data_files: ${quote(paths[0]!)}`];
  return ['    data_files:', ...paths.map((path) => `      - ${quote(path)}`)];
}

/**
 * What keeps the lines that follow from reading a data set as it was measured.
 * @param isNamed whether they say what parts cells, and in which field the rows are
 */
function warning({ parts = [] }: MixedFile['file'], isNamed: boolean): readonly string[] {
  const ways = new Set(
    parts.map(({ format, delimiter, field }) =>
      JSON.stringify([LOADERS[format], delimiter, field]),
    ),
  );
  if (ways.size > 1) return [NOT_TOGETHER];
  if (isNamed) return [];
  if (parts.some(({ field }) => field !== undefined)) return [NOT_FROM_FIELD];
  return parts.every(({ delimiter = ',' }) => delimiter === ',') ? [] : [NOT_BY_COMMAS];
}

/** Rounded up, so that a trainer takes no row too few; above 0, at most 1. */
function shareOf(rows: number, ofRows: number): number {
  const steps = 10 ** DIGITS;
  return Math.min(1, Math.ceil((rows / ofRows) * steps) / steps);
}
