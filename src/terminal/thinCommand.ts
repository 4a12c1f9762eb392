import type { Command } from './command.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { parseFields, parseReferenceFields, parseThreads } from './parseInspectArguments.ts';
import { openSource } from './openSource.ts';
import { parseSettings } from './parseSettings.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { print } from './print.ts';
import { printResult } from './printResult.ts';
import { renderThinPlaces } from './renderThinPlaces.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import { createTerminalWording } from './terminalWording.ts';
import { parseLanguage, translator } from './translator.ts';
import { UsageError } from './usageError.ts';

const USAGE = `strata thin FILE [--reference FILE] [--reference-fields …] [--json | --prompt N] [--threads N] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--language en|ja]

Lists the places of a file where further rows would widen it most: empty regions between neighbouring
topics, topics and task units with few rows, and tags that a reference has and the file lacks, each with example rows.

${INPUTS_USAGE}

  --reference FILE  tags of this file are looked for
  --reference-fields …  its fields, where they are named otherwise than those of the file
  --prompt N     prints a prompt that asks a generator for rows at the N-th place, and nothing else
  --json         print the places as JSON (documented in docs/select.md)
  --language ja  in Japanese, but for the prompt
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --set NAME=VALUE  a setting of VS Code, as often as needed; strata inspect --help lists them
  --help         print this
`;

export const thinCommand: Command = {
  name: 'thin',
  summary: 'list where a data set has too few rows, with prompts that ask for more',
  usage: USAGE,
  run: thin,
};

async function thin(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseWords(words, {
    json: { type: 'boolean', default: false },
    prompt: { type: 'string' },
    reference: { type: 'string' },
    'reference-fields': { type: 'string', multiple: true },
    threads: { type: 'string', default: '0' },
    fields: { type: 'string', multiple: true, default: [] },
    set: { type: 'string', multiple: true, default: [] },
    language: { type: 'string', default: 'en' },
  });
  const file = onlyFile('thin', positionals);
  const asked = values.prompt === undefined ? undefined : Number(values.prompt);
  if (asked !== undefined && !(Number.isInteger(asked) && asked >= 1)) {
    throw new UsageError(`--prompt takes the number of a place, not "${values.prompt}".`);
  }
  const selection = parseFields(values.fields);
  const referenceFields = parseReferenceFields(values, selection);
  const settings = parseSettings(values.set);
  const language = parseLanguage(values.language);
  const source = await openSource(file);
  const other = values.reference ? await openSource(values.reference) : undefined;
  const { places } = await runTerminalJob('findThinPlaces', {
    source,
    selection,
    ...(other && { reference: { source: other, selection: referenceFields } }),
    settings,
    ...machineOptions(parseThreads(values.threads)),
  });
  if (asked !== undefined) {
    const place = places[asked - 1];
    if (!place) {
      throw new UsageError(`There is no place ${asked}: the file has ${places.length}.`);
    }
    await print(`${place.prompt}\n`);
    return 0;
  }
  const wording = createTerminalWording(translator(language), language);
  await printResult({ places }, values.json, (found, style) =>
    renderThinPlaces(found.places, style, wording),
  );
  return 0;
}
