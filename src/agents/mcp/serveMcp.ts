import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { AnalysisError } from '../../data/analysisError.ts';
import { createAgentTools, type ToolEnvironment } from '../agentTools.ts';
import { comparisonSummary, flaggedRowList, inspectionSummary } from '../resultSchemas.ts';
import { readToolInput, TOOL_NAMES, ToolInputError } from '../toolInputs.ts';
import { answerFaults } from './answerFaults.ts';
import { openBelow } from './openBelow.ts';
import { contributes, version } from '../../../package.json';

export interface McpOptions extends Omit<ToolEnvironment, 'open'> {
  /** Folders, without links in their paths, below which files can be read; empty: everywhere. */
  readonly roots: readonly string[];
  /** Whether texts of rows may be handed to the agent at all. */
  readonly mayGiveTexts: boolean;
}

const RESULTS = {
  inspect_dataset: inspectionSummary,
  compare_datasets: comparisonSummary,
  find_flagged_rows: flaggedRowList,
};

const TITLES = {
  inspect_dataset: 'Inspect a data set',
  compare_datasets: 'Compare two data sets',
  find_flagged_rows: 'Find flagged rows',
};

/**
 * Serves the tools on standard input and output; nothing else may write to standard output.
 * @returns whether it was the client that ended it: else a request was longer than the SDK takes
 */
export async function serveMcp({
  roots,
  mayGiveTexts,
  ...environment
}: McpOptions): Promise<boolean> {
  const tools = createAgentTools({ ...environment, open: openBelow(roots) });
  const mcp = new McpServer(
    { name: 'strata', title: 'Strata', version },
    {
      capabilities: { tools: {} },
      instructions:
        'Strata measures how diverse a fine-tuning data set is at three levels and lists rows that repeat each other, do not belong or are broken. Start with inspect_dataset.',
    },
  );
  // The schemas of the manifest are those that VS Code's tools have, too: the high-level interface takes its own kind only.
  const { server } = mcp;
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOL_NAMES.map(toolOf) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const name = TOOL_NAMES.find((known) => known === params.name);
    if (!name) {
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no tool "${params.name}"; there are ${TOOL_NAMES.join(', ')}.`,
      );
    }
    const progressToken = extra._meta?.progressToken;
    let percent = -1;
    try {
      const input = readToolInput(name, params.arguments);
      if (input.includeText && !mayGiveTexts) {
        throw new ToolInputError(
          'Texts of rows are not given out by this server: leave out includeText, or ask the person to start it with --with-texts.',
        );
      }
      const result = await tools.run(name, input, {
        signal: extra.signal,
        onProgress({ phase, fraction }) {
          if (progressToken === undefined || Math.floor(100 * fraction) <= percent) return;
          percent = Math.floor(100 * fraction);
          const progress = { progressToken, progress: percent, total: 100, message: phase };
          extra
            .sendNotification({ method: 'notifications/progress', params: progress })
            // Whoever went away does not miss it.
            .catch(() => undefined);
        },
      });
      return {
        content: [{ type: 'text', text: JSON.stringify(result) }],
        structuredContent: { ...result },
      };
    } catch (error) {
      return toFault(error);
    }
  });
  const closed = new Promise<void>((resolve) => (server.onclose = resolve));
  // The transport does not notice that the client's end was closed.
  let hasEnded = false;
  process.stdin.once('end', () => {
    hasEnded = true;
    void mcp.close();
  });
  const transport = new StdioServerTransport();
  await mcp.connect(transport);
  answerFaults(transport);
  await closed;
  return hasEnded;
}

function toolOf(name: (typeof TOOL_NAMES)[number]): Tool {
  const contributed = contributes.languageModelTools.find((tool) => tool.name === name);
  if (!contributed) throw new Error(`the manifest has no tool ${name}`);
  return {
    name,
    title: TITLES[name],
    description: contributed.modelDescription,
    inputSchema: contributed.inputSchema as Tool['inputSchema'],
    outputSchema: z.toJSONSchema(RESULTS[name], { reused: 'ref' }) as Tool['outputSchema'],
    annotations: { title: TITLES[name], readOnlyHint: true, openWorldHint: false },
  };
}

/** A fault that the agent can do something about is an answer. */
function toFault(error: unknown): CallToolResult {
  if (!(error instanceof AnalysisError) && !(error instanceof ToolInputError)) throw error;
  return { isError: true, content: [{ type: 'text', text: error.message }] };
}
