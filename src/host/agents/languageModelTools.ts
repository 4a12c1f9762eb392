import * as vscode from 'vscode';
import { createAgentTools, type ToolEnvironment } from '../../agents/agentTools.ts';
import { ROW_CHARACTERS } from '../../agents/quoteText.ts';
import { readToolInput, TOOL_NAMES, type ToolName } from '../../agents/toolInputs.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { uriOfPath } from './openDataset.ts';

const PATH_LENGTH = 200;

/** The tools for the editor's agents; none where the editor has no such interface. */
export function registerLanguageModelTools(environment: ToolEnvironment): vscode.Disposable {
  // Editors that are built on VS Code may leave the interface out.
  const { lm } = vscode as { readonly lm?: Partial<typeof vscode.lm> };
  if (!lm?.registerTool) return vscode.Disposable.from();
  const tools = createAgentTools(environment);
  return vscode.Disposable.from(
    ...TOOL_NAMES.map((name) =>
      vscode.lm.registerTool<unknown>(name, {
        prepareInvocation: ({ input }) => prepare(name, input),
        async invoke({ input }, token) {
          const abort = new AbortController();
          const subscription = token.onCancellationRequested(() => abort.abort());
          try {
            const result = await tools.run(name, readToolInput(name, input), {
              signal: abort.signal,
            });
            return new vscode.LanguageModelToolResult([
              new vscode.LanguageModelTextPart(JSON.stringify(result)),
            ]);
          } finally {
            subscription.dispose();
          }
        },
      }),
    ),
  );
}

/** What the person sees while a tool works, and what they are asked before: no text of a row goes out unasked. */
export async function prepare(
  name: ToolName,
  input: unknown,
): Promise<vscode.PreparedToolInvocation> {
  const asked = readToolInput(name, input);
  const paths = 'path' in asked ? [asked.path] : [asked.dataset, asked.reference];
  const shown = paths.map((path) => harmlessText(path, PATH_LENGTH)).join(', ');
  const uris = await Promise.all(paths.map(uriOfPath));
  const isOutside = uris.some((uri) => !vscode.workspace.getWorkspaceFolder(uri));
  const confirmation = asked.includeText
    ? {
        title: vscode.l10n.t('Give texts of rows to the language model?'),
        message: vscode.l10n.t(
          'Names and the start of rows, at most {0} characters of each, of {1} go to the language model that asks. Figures alone need no texts.',
          ROW_CHARACTERS,
          shown,
        ),
      }
    : isOutside
      ? {
          title: vscode.l10n.t('Read a file outside of the workspace?'),
          message: vscode.l10n.t('Figures of {0} go to the language model that asks.', shown),
        }
      : undefined;
  return {
    invocationMessage: vscode.l10n.t('Measuring {0} with Strata', shown),
    ...(confirmation && { confirmationMessages: confirmation }),
  };
}
