import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createCancelFlag, requestCancel } from '../engine/cancellation.ts';
import { createRecordThread } from '../engine/recordThread.ts';
import { runJob } from '../engine/runJob.ts';
import { STRATEGIES, type SelectResult } from '../engine/select/selection.ts';
import { writeSelection } from '../engine/select/writeSelection.ts';
import type { Command } from './command.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { listSettings } from './inspectCommand.ts';
import { openSource } from './openSource.ts';
import { parseSelectArguments, type SelectArguments } from './parseSelectArguments.ts';
import { complain, print } from './print.ts';
import { progressLine } from './progressLine.ts';
import { renderSelection } from './renderSelection.ts';
import { createStyle } from './style.ts';

const USAGE = `strata select FILE --size N [--by STRATEGY] [--degree 0-100] [--seed S] (--out FILE | --dry-run) [--json] [--keep LINES] [--drop LINES] [--drop-near-duplicates] [--drop-quality] [--quota tag=NAME:ROWS] [--reference FILE] [--weights macro=1,…]

Chooses N rows of a file, says how diverse the choice is beside random choices of the same size and
beside the whole file and which kinds are lost, and writes the chosen lines byte for byte, in their order, to a new
file, with a manifest beside it by which the choice can be made again (docs/select.md). Rows of
another format than .jsonl are written as JSON lines.

${INPUTS_USAGE}

  --by STRATEGY  ${STRATEGIES.slice(0, 6).join(', ')}:
                 the level and the field that are widened or narrowed to a degree of diversity;
                 ${STRATEGIES.slice(6).join(', ')}
                 (micro-response unless told)
  --degree N     from 0, the narrowest choice of this size, to 100, the widest (the default)
  --seed S       of everything random (1)
  --keep LINES, --drop LINES  lines that are chosen in any case, or never: 1-500 or 7,20-30,900-
  --drop-near-duplicates      of rows that repeat each other one can be chosen
  --drop-quality              rows with a quality finding of high weight cannot be chosen
  --quota tag=NAME:ROWS       so many rows of a tag, language=CODE, shape=NAME or
                              FIELD=VALUE such as source=web, as often as needed
  --reference FILE            for combined: rows like these are preferred
  --reference-fields …        its fields, where they are named otherwise than those of the file
  --weights macro=1,meso=1,micro=1,reference=1,length=0  for combined; length below 0 prefers short rows
  --json         print the choice as JSON (documented in docs/select.md)
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --set NAME=VALUE  a setting of VS Code, as often as needed; the names are listed below
  --help         print this

Settings, with what they take and what they are unless set:
${listSettings()}
`;

export const selectCommand: Command = {
  name: 'select',
  summary: 'choose rows by diversity, beside random choices, and write them to a new file',
  usage: USAGE,
  run: select,
};

async function select(words: readonly string[]): Promise<number> {
  const options = parseSelectArguments(words);
  const { file, reference, referenceFields, selection, settings, threads } = options;
  const source = await openSource(file);
  const referenceSource = reference === undefined ? undefined : await openSource(reference);
  const progress = progressLine(process.stderr);
  const assetsFolder = join(__dirname, '..', 'media');
  const running = runJob(
    'selectRows',
    {
      source,
      ...(referenceSource && {
        reference: { source: referenceSource, selection: referenceFields },
      }),
      selection,
      settings,
      threads: threads || Math.min(8, availableParallelism()),
      assetsFolder,
      select: options.select,
    },
    { onProgress: (state) => progress.show(state) },
  );
  const cancelFlag = createCancelFlag();
  process.once('SIGINT', () => {
    running.cancel();
    requestCancel(cancelFlag);
  });
  let result: SelectResult;
  try {
    result = await running.result;
  } finally {
    progress.clear();
  }
  await print(
    options.json
      ? `${JSON.stringify(result.selection, null, 2)}\n`
      : renderSelection(
          result.selection,
          createStyle(process.stdout.isTTY && !process.env['NO_COLOR']),
        ),
  );
  if (options.target) await write(result, options, options.target, assetsFolder, cancelFlag);
  return 0;
}

async function write(
  { selection, lineStarts, plan }: SelectResult,
  { file }: SelectArguments,
  target: string,
  assetsFolder: string,
  cancelFlag: ReturnType<typeof createCancelFlag>,
): Promise<void> {
  const source = await openSource(file);
  const records = createRecordThread({ source, lineStarts, plan, assetsFolder });
  try {
    const manifest = await writeSelection(records, selection, source, target, cancelFlag);
    complain(`${selection.chosen.length} lines are in ${target}, why each in ${manifest}`);
  } finally {
    records.close();
  }
}
