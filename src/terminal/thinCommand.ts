import type { Command } from './command.ts';
import { COMMON_ENTRIES, INPUTS_PART, SETTINGS_PARTS } from './commonUsage.ts';
import { parseReferenceFields } from './parseFields.ts';
import { COMMON_WORDS, parseCommonWords } from './commonWords.ts';
import { wholeNumber } from './parseNumber.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { print } from './print.ts';
import { printResult } from './printResult.ts';
import { renderThinPlaces } from './renderThinPlaces.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import type { TerminalContext } from './terminalContext.ts';
import { UsageError } from './usageError.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis:
      'strata thin FILE [--reference FILE] [--reference-fields …] [--json | --prompt N] [--threads N] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--language en|ja]',
  },
  {
    text: 'Lists the places of a file where further rows would widen it most: empty regions between neighbouring topics, topics and task units with few rows, and tags that a reference has and the file lacks, each with example rows.',
  },
  INPUTS_PART,
  {
    entries: [
      ['--reference FILE', 'tags of this file are looked for'],
      ['--reference-fields …', 'its fields, where they are named otherwise than those of the file'],
      [
        '--prompt N',
        'prints a prompt that asks a generator for rows at the N-th place, in English, and nothing else',
      ],
      ['--json', 'print the places as JSON (documented in docs/select.md)'],
      ...COMMON_ENTRIES,
    ],
  },
  ...SETTINGS_PARTS,
];

export const thinCommand: Command = {
  name: 'thin',
  summary: 'list where a data set has too few rows, with prompts that ask for more',
  usage: USAGE,
  run: thin,
};

async function thin(words: readonly string[], context: TerminalContext): Promise<number> {
  const { sources, wording } = context;
  const { values, positionals } = parseWords(words, {
    ...COMMON_WORDS,
    prompt: { type: 'string' },
    reference: { type: 'string' },
    'reference-fields': { type: 'string', multiple: true },
  });
  const file = onlyFile('thin', positionals);
  const asked = values.prompt === undefined ? undefined : wholeNumber('--prompt', values.prompt, 1);
  if (asked !== undefined && values.json) throw new UsageError('promptIsText');
  const { json, threads, selection, settings } = parseCommonWords(values);
  const referenceFields = parseReferenceFields(values, selection);
  const source = await sources.open(file);
  const other = values.reference ? await sources.open(values.reference) : undefined;
  const { places } = await runTerminalJob('findThinPlaces', context, {
    source,
    selection,
    ...(other && { reference: { source: other, selection: referenceFields } }),
    settings,
    ...machineOptions(threads, context),
  });
  if (asked !== undefined) {
    const place = places[asked - 1];
    if (!place) {
      throw new UsageError('noSuchPlace', asked, places.length);
    }
    await print(`${place.prompt}\n`, context);
    return 0;
  }
  await printResult(
    { places },
    json,
    (found, style, columns) => renderThinPlaces(found.places, style, columns, wording),
    context,
  );
  return 0;
}
