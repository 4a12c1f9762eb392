import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FlaggedRowList } from '../../src/agents/resultSchemas.ts';
import { closeAll, fixture, strata, until } from './support.ts';

const SCHEME = 'strata-memory';
const at = (name: string) => vscode.Uri.from({ scheme: SCHEME, path: `/data/${name}` });

/** Files that are on no disk, as in a virtual workspace: only VS Code's own interface reaches them. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly unavailable = new Set<string>();
  readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private clock = 1;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/' || uri.path === '/data') {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const { bytes, mtime } = this.fileAt(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
  }
  readDirectory(): [string, vscode.FileType][] {
    return Array.from(this.files.keys(), (path) => [
      path.slice(path.lastIndexOf('/') + 1),
      vscode.FileType.File,
    ]);
  }
  readFile(uri: vscode.Uri): Uint8Array {
    if (this.unavailable.has(uri.path)) throw vscode.FileSystemError.Unavailable(uri);
    return this.fileAt(uri).bytes;
  }
  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.files.has(uri.path)
      ? vscode.FileChangeType.Changed
      : vscode.FileChangeType.Created;
    this.files.set(uri.path, { bytes, mtime: this.clock++ });
    this.changes.fire([{ type, uri }]);
  }
  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  private fileAt(uri: vscode.Uri) {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
}

suite('files that are on no disk', () => {
  const memory = new MemoryFiles();
  let registration: vscode.Disposable;

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, memory);
    const bytes = await vscode.workspace.fs.readFile(fixture('support.jsonl'));
    memory.writeFile(at('support.jsonl'), bytes);
  });
  suiteTeardown(() => {
    registration.dispose();
  });
  teardown(closeAll);

  test('are inspected through the workspace, with the same figures as on disk', async () => {
    await vscode.commands.executeCommand('strata.inspect', at('support.jsonl'));
    const session = (await strata()).sessions.get(at('support.jsonl'));
    assert.ok(session?.state.kind === 'done', JSON.stringify(session?.state));
    const virtual = session.state.result;
    assert.equal(virtual.source.kind, 'memory');
    await vscode.commands.executeCommand('strata.inspect', fixture('support.jsonl'));
    const onDisk = (await strata()).sessions.get(fixture('support.jsonl'))?.result;
    assert.equal(onDisk?.source.kind, 'file');
    const { path, ...file } = virtual.report.file;
    assert.equal(path, at('support.jsonl').toString(true));
    assert.deepEqual(
      { ...virtual.report, file: { ...file, path: onDisk.report.file.path } },
      onDisk.report,
    );
  });

  test('give single rows back, go to a line, and notice that they change', async () => {
    await vscode.commands.executeCommand('strata.inspect', at('support.jsonl'));
    const session = (await strata()).sessions.get(at('support.jsonl'));
    const record = await session?.result?.records.run('readableRecord', {
      line: 1,
      encoding: 'o200k_base',
    });
    assert.ok(record && 'json' in record && record.json.includes('messages'));
    await vscode.commands.executeCommand('strata.openLine', at('support.jsonl').toString(), 3);
    await until(
      () => vscode.window.activeTextEditor?.selection.active.line === 2,
      'the line is open',
    );
    const bytes = memory.readFile(at('support.jsonl'));
    memory.writeFile(at('support.jsonl'), Buffer.concat([bytes, Buffer.from('\n')]));
    await until(() => session?.fate !== 'unchanged', 'the change is noticed');
    memory.writeFile(at('support.jsonl'), bytes);
  });

  test('are compared, and told to agents by their address', async () => {
    await vscode.commands.executeCommand('strata.compare', at('support.jsonl'), [
      at('support.jsonl'),
      fixture('other.jsonl'),
    ]);
    const [panel] = (await strata()).sheets.compare.all;
    assert.equal(panel?.view.status.kind, 'done');
    const { content } = await vscode.lm.invokeTool('find_flagged_rows', {
      toolInvocationToken: undefined,
      input: { path: at('support.jsonl').toString() },
    });
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    assert.ok((JSON.parse(part.value) as FlaggedRowList).total > 0);
  });

  test('that are missing, empty or out of reach are told as such', async () => {
    memory.writeFile(at('empty.jsonl'), new Uint8Array());
    memory.writeFile(at('far.jsonl'), Buffer.from('{"text":"a"}\n'));
    memory.unavailable.add(at('far.jsonl').path);
    for (const [name, code] of [
      ['none.jsonl', 'file-not-found'],
      ['empty.jsonl', 'empty-file'],
      ['far.jsonl', 'not-readable'],
    ] as const) {
      await vscode.commands.executeCommand('strata.inspect', at(name));
      const state = (await strata()).sessions.get(at(name))?.state;
      assert.ok(state?.kind === 'failed' && state.code === code, JSON.stringify(state));
      assert.ok(state.message.length > 0 && !state.message.includes('\n    at '), state.message);
    }
  });
});
