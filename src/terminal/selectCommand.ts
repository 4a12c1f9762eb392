import { sentence } from '../data/sentence.ts';
import { createCancelFlag, requestCancel } from '../engine/cancellation.ts';
import { createRecordThread } from '../engine/recordThread.ts';
import { manifestPath } from '../engine/manifestPath.ts';
import { STRATEGIES, type SelectResult } from '../engine/select/selection.ts';
import { writeSelection } from '../engine/select/writeSelection.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { assertTargets } from './assertTargets.ts';
import type { Command } from './command.ts';
import { COMMON_ENTRIES, INPUTS_PART, SETTINGS_PARTS } from './commonUsage.ts';
import { countOf } from './countOf.ts';
import { parseSelectArguments, type SelectArguments } from './parseSelectArguments.ts';
import { complain } from './print.ts';
import { printResult } from './printResult.ts';
import { renderSelection } from './renderSelection.ts';
import { interruptible, machineOptions, runTerminalJob } from './runTerminalJob.ts';
import type { TerminalContext } from './terminalContext.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis:
      'strata select FILE --size N [--by STRATEGY] [--degree 0-100] [--seed S] (--out FILE | --dry-run) [--json] [--keep LINES] [--drop LINES] [--drop-near-duplicates] [--drop-quality] [--quota tag=NAME:ROWS] [--reference FILE] [--weights macro=1,…] [--language en|ja]',
  },
  {
    text: 'Chooses N rows of a file, says how diverse the choice is beside random choices of the same size and beside the whole file and which kinds are lost, and writes the chosen lines byte for byte, in their order, to a new file, with a manifest beside it by which the choice can be made again (docs/select.md). Rows of another format than .jsonl are written as JSON lines.',
  },
  INPUTS_PART,
  {
    entries: [
      [
        '--by STRATEGY',
        sentence(
          '{0}: the level and the field that are widened or narrowed to a degree of diversity; {1} (micro-response unless told)',
          STRATEGIES.slice(0, 6).join(', '),
          STRATEGIES.slice(6).join(', '),
        ),
      ],
      [
        '--out FILE',
        'where the chosen lines go, as a .jsonl file; one that is there is replaced, and so is its manifest',
      ],
      [
        '--dry-run',
        'show the choice and write nothing; with --out, say first whether FILE can be written',
      ],
      ['--degree N', 'from 0, the narrowest choice of this size, to 100, the widest (the default)'],
      ['--seed S', 'of everything random (1)'],
      [
        '--keep LINES, --drop LINES',
        'lines that are chosen in any case, or never: 1-500 or 7,20-30,900-',
      ],
      ['--drop-near-duplicates', 'of rows that repeat each other one can be chosen'],
      ['--drop-quality', 'rows with a quality finding of high weight cannot be chosen'],
      [
        '--quota tag=NAME:ROWS',
        'so many rows of a tag, language=CODE, shape=NAME or FIELD=VALUE such as source=web, as often as needed',
      ],
      ['--reference FILE', 'for combined: rows like these are preferred'],
      ['--reference-fields …', 'its fields, where they are named otherwise than those of the file'],
      [
        '--weights macro=1,meso=1,micro=1,reference=1,length=0',
        'for combined; length below 0 prefers short rows',
      ],
      ['--json', 'print the choice as JSON (documented in docs/select.md)'],
      ...COMMON_ENTRIES,
    ],
  },
  ...SETTINGS_PARTS,
];

export const selectCommand: Command = {
  name: 'select',
  summary: 'choose rows by diversity, beside random choices, and write them to a new file',
  usage: USAGE,
  run: select,
};

async function select(words: readonly string[], context: TerminalContext): Promise<number> {
  const { sources, wording } = context;
  const options = parseSelectArguments(words);
  const { file, reference, referenceFields, selection, settings, threads } = options;
  const source = await sources.open(file);
  const referenceSource = reference === undefined ? undefined : await sources.open(reference);
  if (options.target !== undefined) {
    const read = referenceSource ? [source, referenceSource] : [source];
    assertTargets([options.target, manifestPath(options.target)], read);
  }
  const machine = machineOptions(threads, context);
  const result = await runTerminalJob('selectRows', context, {
    source,
    ...(referenceSource && {
      reference: { source: referenceSource, selection: referenceFields },
    }),
    selection,
    settings,
    ...machine,
    select: options.select,
  });
  await printResult(
    result.selection,
    options.json,
    (found, style, columns) => renderSelection(found, style, columns, wording),
    context,
  );
  if (options.target && !options.isDryRun) {
    await write(result, options, options.target, machine.assetsFolder, context);
  }
  return 0;
}

async function write(
  { selection, lineStarts, plan }: SelectResult,
  { file }: SelectArguments,
  target: string,
  assetsFolder: string,
  { sources, stderr, wording, workers }: TerminalContext,
): Promise<void> {
  const source = await sources.open(file);
  const records = createRecordThread({ source, lineStarts, plan, assetsFolder }, workers);
  try {
    const cancelFlag = createCancelFlag();
    const manifest = await interruptible({
      result: writeSelection(records, selection, source, target, cancelFlag),
      cancel: () => requestCancel(cancelFlag),
    });
    complain(
      fill(
        wording.terminal.written,
        countOf('line', selection.chosen.length, wording),
        target,
        manifest,
      ),
      { stderr },
    );
  } finally {
    records.close();
  }
}
