import type { ByteSource } from '../data/byteReader.ts';
import type { Command } from './command.ts';
import { COMMON_ENTRIES, INPUTS_PART, SETTINGS_PARTS } from './commonUsage.ts';
import { parseTrackArguments } from './parseTrackArguments.ts';
import { printResult } from './printResult.ts';
import { renderGenerations } from './renderGenerations.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import type { TerminalContext } from './terminalContext.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis:
      'strata track GENERATION0 GENERATION1 … [--json] [--threads N] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--language en|ja]',
  },
  {
    text: 'Follows diversity over data sets that were made one after the other, oldest first: whether a level narrows, since which generation and how sure that is, which kinds of the first generation are gone, how far the kinds have drifted, and whether near-duplicates and templates grow.',
  },
  INPUTS_PART,
  {
    entries: [
      ['--json', 'print the figures as JSON (documented in docs/track.md)'],
      ...COMMON_ENTRIES,
    ],
  },
  ...SETTINGS_PARTS,
];

export const trackCommand: Command = {
  name: 'track',
  summary: 'follow diversity over generations of a data set: does it collapse?',
  usage: USAGE,
  run: track,
};

async function track(words: readonly string[], context: TerminalContext): Promise<number> {
  const { sources, wording } = context;
  const options = parseTrackArguments(words);
  const opened: ByteSource[] = [];
  for (const path of options.files) opened.push(await sources.open(path));
  const generations = await runTerminalJob('trackGenerations', context, {
    files: opened.map((source) => ({ source, selection: options.selection })),
    settings: options.settings,
    ...machineOptions(options.threads, context),
  });
  await printResult(
    generations,
    options.json,
    (found, style, columns) => renderGenerations(found, style, columns, wording),
    context,
  );
  return 0;
}
