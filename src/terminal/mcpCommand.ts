import { realpath } from 'node:fs/promises';
import type { Command } from './command.ts';
import { parseThreads } from './parseInspectArguments.ts';
import { parseWords } from './parseWords.ts';
import { complain } from './print.ts';
import { machineOptions } from './runTerminalJob.ts';
import { UsageError } from './usageError.ts';

const USAGE = `strata mcp [--root FOLDER]… [--with-texts] [--threads N]

Serves the tools inspect_dataset, compare_datasets and find_flagged_rows to agents by the Model Context Protocol on
standard input and output (docs/agents.md). Nothing else is opened, nothing is sent anywhere.

  --root FOLDER  only files below this folder can be read, as often as needed; else all that you can read
  --with-texts   texts of rows may be handed to the agent when it asks for them, cut to 240 characters; else never
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --help         print this
`;

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'serve the tools to agents by the Model Context Protocol',
  usage: USAGE,
  run: async (words) => {
    const { values, positionals } = parseWords(words, {
      root: { type: 'string', multiple: true, default: [] },
      'with-texts': { type: 'boolean', default: false },
      threads: { type: 'string', default: '0' },
    });
    if (positionals.length > 0) {
      throw new UsageError('strata mcp takes no file: the agent names files when it asks.');
    }
    const machine = machineOptions(parseThreads(values.threads));
    const roots = await Promise.all(values.root.map(realFolder));
    const { serveMcp } = await import('../agents/mcp/serveMcp.ts');
    if (process.stdin.isTTY) complain('waiting for an agent on standard input; Ctrl+C ends it');
    await serveMcp({
      roots,
      ...machine,
      mayGiveTexts: values['with-texts'],
    });
    return 0;
  },
};

async function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => {
    throw new UsageError(`The folder ${folder} cannot be read.`);
  });
}
