import { realpath, stat } from 'node:fs/promises';
import type { Command } from './command.ts';
import { HELP_ENTRY, THREADS_ENTRY } from './commonUsage.ts';
import { parseThreads } from './parseThreads.ts';
import { parseWords } from './parseWords.ts';
import { complain } from './print.ts';
import { machineOptions } from './runTerminalJob.ts';
import { UsageError } from './usageError.ts';
import type { UsagePart } from './usage.ts';
import { EXIT_FAILED } from './exitStatus.ts';

const USAGE: readonly UsagePart[] = [
  { synopsis: 'strata mcp [--root FOLDER]… [--with-texts] [--threads N]' },
  {
    text: 'Serves the tools inspect_dataset, compare_datasets and find_flagged_rows to agents by the Model Context Protocol on standard input and output (docs/agents.md). Nothing else is opened, nothing is sent anywhere.',
  },
  {
    entries: [
      [
        '--root FOLDER',
        'only files below this folder can be read, as often as needed; else all that you can read',
      ],
      [
        '--with-texts',
        'texts of rows may be handed to the agent when it asks for them, cut to 240 characters; else never',
      ],
      THREADS_ENTRY,
      HELP_ENTRY,
    ],
  },
];

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'serve the tools to agents by the Model Context Protocol',
  usage: USAGE,
  run: async (words, context) => {
    const { values, positionals } = parseWords(words, {
      root: { type: 'string', multiple: true, default: [] },
      'with-texts': { type: 'boolean', default: false },
      threads: { type: 'string', default: '0' },
    });
    if (positionals.length > 0) {
      throw new UsageError('takesNoFile');
    }
    const machine = machineOptions(parseThreads(values.threads), context);
    const roots = await Promise.all(values.root.map(realFolder));
    const { serveMcp } = await import('../agents/mcp/serveMcp.ts');
    if (process.stdin.isTTY) complain(context.wording.terminal.waitingForAgent, context);
    const hasEnded = await serveMcp({
      roots,
      ...machine,
      mayGiveTexts: values['with-texts'],
    });
    if (hasEnded) return 0;
    complain(context.wording.terminal.longRequest, context);
    return EXIT_FAILED;
  },
};

async function realFolder(folder: string): Promise<string> {
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => true,
  );
  if (!isFolder) throw new UsageError('noFolder', folder);
  return realpath(folder).catch(() => {
    throw new UsageError('unreadableFolder', folder);
  });
}
