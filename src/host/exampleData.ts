import * as vscode from 'vscode';
import type { Sheets } from './sheet/sheets.ts';
import { registerCommand } from './registerCommand.ts';

const GENERATED = 'support-generated.jsonl';
const REFERENCE = 'support-reference.jsonl';

export interface ExampleDataTools {
  readonly extensionUri: vscode.Uri;
  /** The extension's own storage, where a person may change the copies as they like. */
  readonly storageUri: vscode.Uri;
  readonly sheets: Sheets;
}

/** The data sets that come with the extension, for the first minutes: opened, inspected, compared. */
export function registerExampleCommands(tools: ExampleDataTools): vscode.Disposable {
  const source = vscode.Uri.joinPath(tools.extensionUri, 'examples');
  const target = vscode.Uri.joinPath(tools.storageUri, 'examples');

  /** All of them, so that what is opened has its neighbours; what is there already stays as it is. */
  async function copyAll(): Promise<void> {
    const { fs } = vscode.workspace;
    await fs.createDirectory(target);
    const there = new Set((await fs.readDirectory(target)).map(([name]) => name));
    const names = (await fs.readDirectory(source)).map(([name]) => name);
    for (const name of names.filter((each) => /\.(?:jsonl|csv|json)$/u.test(each))) {
      if (there.has(name)) continue;
      // Half a copy never has the name of the whole.
      const part = vscode.Uri.joinPath(target, `${name}.part`);
      await fs.copy(vscode.Uri.joinPath(source, name), part, { overwrite: true });
      await fs.rename(part, vscode.Uri.joinPath(target, name));
    }
  }

  async function copyOf(name: string): Promise<vscode.Uri> {
    await copyAll();
    return vscode.Uri.joinPath(target, name);
  }

  return vscode.Disposable.from(
    registerCommand('strata.openExampleData', async () => {
      await vscode.window.showTextDocument(await copyOf(GENERATED), { preview: false });
    }),
    registerCommand('strata.inspectExampleData', async () => {
      await vscode.commands.executeCommand('strata.inspect', await copyOf(GENERATED));
    }),
    registerCommand('strata.compareExampleData', async () => {
      await tools.sheets.compare.show([await copyOf(GENERATED), await copyOf(REFERENCE)]);
    }),
  );
}
