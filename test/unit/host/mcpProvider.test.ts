import { expect, it, vi } from 'vitest';
import { registerMcpProvider } from '../../../src/host/agents/mcpProvider.ts';

interface Provider {
  onDidChangeMcpServerDefinitions(listener: () => void): void;
  provideMcpServerDefinitions(): readonly { readonly args: readonly string[] }[];
}
const editor = vi.hoisted(() => ({
  folders: [] as object[],
  provider: undefined as Provider | undefined,
  changed: undefined as (() => void) | undefined,
}));
vi.mock('vscode', () => ({
  Disposable: { from: () => undefined },
  Uri: { joinPath: () => ({ fsPath: '/strata/dist/cli.js' }) },
  McpStdioServerDefinition: class {
    readonly args: readonly string[];
    constructor(_: string, __: string, args: readonly string[]) {
      this.args = args;
    }
  },
  lm: {
    registerMcpServerDefinitionProvider: (_: string, provider: Provider) =>
      (editor.provider = provider),
  },
  workspace: {
    get workspaceFolders() {
      return editor.folders;
    },
    onDidChangeWorkspaceFolders: (listener: () => void) => (editor.changed = listener),
  },
}));

it('tells the editor when the folders that the server may read have changed', () => {
  registerMcpProvider({} as never);
  const told = vi.fn();
  editor.provider!.onDidChangeMcpServerDefinitions(told);
  const roots = () =>
    editor.provider!.provideMcpServerDefinitions().map(({ args }) => args.slice(2));
  expect(roots()).toEqual([]);
  editor.folders = [{ uri: { scheme: 'file', fsPath: '/work' } }];
  editor.changed?.();
  expect(told).toHaveBeenCalledOnce();
  expect(roots()).toEqual([['--root', '/work']]);
});
