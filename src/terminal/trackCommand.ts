import type { ByteSource } from '../data/byteReader.ts';
import type { Command } from './command.ts';
import { COMMON_USAGE } from './commonWords.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { openSource } from './openSource.ts';
import { parseTrackArguments } from './parseTrackArguments.ts';
import { printResult } from './printResult.ts';
import { renderGenerations } from './renderGenerations.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import { createTerminalWording } from './terminalWording.ts';
import { translator } from './translator.ts';

const USAGE = `strata track GENERATION0 GENERATION1 … [--json] [--threads N] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--language en|ja]

Follows diversity over .jsonl data sets that were made one after the other, oldest first: whether a level
narrows, since which generation and how sure that is, which kinds of the first generation are gone,
how far the kinds have drifted, and whether near-duplicates and templates grow.

${INPUTS_USAGE.replace('FILE is', 'Each is')}

  --json         print the figures as JSON (documented in docs/track.md)
  --language ja  in Japanese
${COMMON_USAGE}`;

export const trackCommand: Command = {
  name: 'track',
  summary: 'follow diversity over generations of a data set: does it collapse?',
  usage: USAGE,
  run: track,
};

async function track(words: readonly string[]): Promise<number> {
  const options = parseTrackArguments(words);
  const sources: ByteSource[] = [];
  for (const path of options.files) sources.push(await openSource(path));
  const generations = await runTerminalJob('trackGenerations', {
    files: sources.map((source) => ({ source, selection: options.selection })),
    settings: options.settings,
    ...machineOptions(options.threads),
  });
  const { language } = options;
  const wording = createTerminalWording(translator(language), language);
  await printResult(generations, options.json, (found, style) =>
    renderGenerations(found, style, wording),
  );
  return 0;
}
