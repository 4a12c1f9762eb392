import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ByteSource } from '../data/byteReader.ts';
import { runJob } from '../engine/runJob.ts';
import type { Generations } from '../engine/track/generations.ts';
import type { Command } from './command.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { listSettings } from './inspectCommand.ts';
import { openSource } from './openSource.ts';
import { parseTrackArguments } from './parseTrackArguments.ts';
import { print } from './print.ts';
import { progressLine } from './progressLine.ts';
import { renderGenerations } from './renderGenerations.ts';
import { createStyle } from './style.ts';

const USAGE = `strata track GENERATION0 GENERATION1 … [--json] [--threads N] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE]

Follows diversity over data sets that were made one after the other, oldest first: whether a level
narrows, since which generation and how sure that is, which kinds of the first generation are gone,
how far the kinds have drifted, and whether near-duplicates and templates grow.

${INPUTS_USAGE.replace('FILE is', 'Each is')}

  --json         print the figures as JSON (documented in docs/track.md)
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --set NAME=VALUE  a setting of VS Code, as often as needed; the names are listed below
  --help         print this

Settings, with what they take and what they are unless set:
${listSettings()}
`;

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
  const progress = progressLine(process.stderr);
  const running = runJob(
    'trackGenerations',
    {
      files: sources.map((source) => ({ source, selection: options.selection })),
      settings: options.settings,
      threads: options.threads || Math.min(8, availableParallelism()),
      assetsFolder: join(__dirname, '..', 'media'),
    },
    { onProgress: (state) => progress.show(state) },
  );
  process.once('SIGINT', () => running.cancel());
  let generations: Generations;
  try {
    generations = await running.result;
  } finally {
    progress.clear();
  }
  const style = createStyle(process.stdout.isTTY && !process.env['NO_COLOR']);
  await print(
    options.json
      ? `${JSON.stringify(generations, null, 2)}\n`
      : renderGenerations(generations, style),
  );
  return 0;
}
