import * as vscode from 'vscode';
import { version } from '../../../package.json';

const PROVIDER_ID = 'strata.mcp';

/** Of VS Code 1.101 and later; the oldest that Strata supports does not have it. */
interface McpInterface {
  readonly lm?: {
    readonly registerMcpServerDefinitionProvider?: (
      id: string,
      provider: {
        readonly onDidChangeMcpServerDefinitions: vscode.Event<unknown>;
        provideMcpServerDefinitions(): readonly object[];
      },
    ) => vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

/** Lists `strata mcp` among the editor's servers, with the folders of the workspace as all that it reads. */
export function registerMcpProvider(extensionUri: vscode.Uri): vscode.Disposable {
  const { lm, McpStdioServerDefinition } = vscode as McpInterface;
  if (!lm?.registerMcpServerDefinitionProvider || !McpStdioServerDefinition) {
    return vscode.Disposable.from();
  }
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const provider = {
    onDidChangeMcpServerDefinitions: vscode.workspace.onDidChangeWorkspaceFolders,
    provideMcpServerDefinitions() {
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(
        ({ uri }) => uri.scheme === 'file',
      );
      // Without a folder it would read whatever the account may.
      if (folders.length === 0) return [];
      const roots = folders.flatMap(({ uri }) => ['--root', uri.fsPath]);
      return [
        new McpStdioServerDefinition(
          'Strata',
          process.execPath,
          [program, 'mcp', ...roots],
          // The desktop's own program is Electron, which is Node where it is told so.
          { ELECTRON_RUN_AS_NODE: '1' },
          version,
        ),
      ];
    },
  };
  try {
    return lm.registerMcpServerDefinitionProvider(PROVIDER_ID, provider);
  } catch {
    // VS Code 1.100 has it as a proposal, which it keeps from extensions.
    return vscode.Disposable.from();
  }
}
