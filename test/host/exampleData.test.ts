import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, strata, until } from './support.ts';

suite('the example data', () => {
  teardown(closeAll);

  test('is copied where it may be changed, and opened; a changed copy stays', async () => {
    await vscode.commands.executeCommand('strata.openExampleData');
    const { uri } = vscode.window.activeTextEditor?.document ?? assert.fail('nothing is open');
    assert.ok(uri.path.endsWith('/examples/support-generated.jsonl'));
    const { extensionUri } = vscode.extensions.getExtension(EXTENSION_ID) ?? {};
    assert.ok(extensionUri && !uri.path.startsWith(extensionUri.path));
    const before = await vscode.workspace.fs.readFile(uri);
    const changed = Buffer.from('{"text":"Changed."}\n');
    try {
      await vscode.workspace.fs.writeFile(uri, changed);
      await vscode.commands.executeCommand('strata.openExampleData');
      assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(uri)), changed);
    } finally {
      await vscode.workspace.fs.writeFile(uri, before);
    }
    const folder = vscode.Uri.joinPath(uri, '..');
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.ok(names.includes('support-reference.jsonl') && names.includes('runs.csv'));
    assert.ok(!names.some((name) => name.endsWith('.part')), names.join());
  });

  test('is inspected and compared by the buttons of the walkthrough', async () => {
    await vscode.commands.executeCommand('strata.inspectExampleData');
    const { sessions, sheets } = await strata();
    const session = sessions.all.find(({ uri }) => uri.path.endsWith('/support-generated.jsonl'));
    assert.equal(session?.result?.report.file.rows, 326);
    await vscode.commands.executeCommand('strata.compareExampleData');
    await until(() => sheets.compare.all.length === 1, 'the comparison is shown');
  });

  test('every command that the walkthrough names is there', async () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON as {
      contributes: { walkthroughs: { steps: { description: string }[] }[] };
    };
    const known = await vscode.commands.getCommands(true);
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const links = steps.flatMap(({ description }) =>
      Array.from(description.matchAll(/\(command:([\w.]+)\)/gu), ([, command]) => command ?? ''),
    );
    assert.equal(links.length, 3);
    for (const link of links) assert.ok(known.includes(link), link);
  });
});
