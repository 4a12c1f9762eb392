import * as assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { startBrowser } from '../../scripts/browser.mjs';
import { tempFolder } from '../../scripts/temp-folder.mjs';
import { startServer } from '../../scripts/vscode-server.mjs';
import { createWorkbench, type Workbench } from './workbench.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SHOTS = join(ROOT, 'shots');
const FILE = 'support-reference.jsonl';

suite('a folder that is not trusted', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let workbench: Workbench;
  let endpoint: Server;
  const asked: string[] = [];

  suiteSetup(async () => {
    mkdirSync(SHOTS, { recursive: true });
    endpoint = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(500).end();
    });
    await new Promise<void>((done) => endpoint.listen(0, '127.0.0.1', done));
    const { port } = endpoint.address() as AddressInfo;
    const folder = join(tempFolder('restricted'), 'folder');
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    cpSync(join(ROOT, 'examples', FILE), join(folder, FILE));
    writeFileSync(
      join(folder, '.vscode/settings.json'),
      JSON.stringify({
        'strata.embedding.endpoint': `http://127.0.0.1:${port}/v1`,
        'strata.embedding.model': 'any',
      }),
    );
    [server, browser] = await Promise.all([
      startServer({ vsix: join(ROOT, 'dist/strata.vsix'), withTrust: true }),
      startBrowser(),
    ]);
    workbench = createWorkbench(browser.page);
    await workbench.open(server.url({ folder }));
  });
  suiteTeardown(async () => {
    await browser.stop();
    await server.stop();
    endpoint.close();
  });
  teardown(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.title.replace(/\W+/g, '-');
    await browser.page.screenshot({ path: join(SHOTS, `failed-${name}.png`) });
  });

  const dialog = () => browser.page.locator('.monaco-dialog-box');

  test('is inspected all the same, and the endpoint that it names is not asked', async () => {
    await workbench.statusItem('Restricted Mode').waitFor();
    await workbench.openFromExplorer(FILE);
    await workbench.command('Strata: Inspect Dataset');
    await workbench.panel().locator('.headline-value:visible').nth(2).waitFor();
    await browser.page.screenshot({ path: join(SHOTS, 'restricted.png') });
    assert.equal(await dialog().count(), 0);
    assert.deepEqual(asked, []);
  });

  test('once trusted, its endpoint is told before anything is sent to it', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.tab(FILE).first().waitFor({ state: 'detached' });
    await workbench.command('Workspaces: Manage Workspace Trust');
    await browser.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await workbench.statusItem('Restricted Mode').waitFor({ state: 'detached' });
    // The question about trust has an editor above the others, which goes with a reload. What is
    // open is kept every five seconds.
    await browser.page.waitForTimeout(6_000);
    await browser.page.reload({ waitUntil: 'commit' });
    await workbench.openFromExplorer(FILE);
    await workbench.command('Strata: Inspect Dataset');
    await dialog()
      .getByText(/127\.0\.0\.1/)
      .first()
      .waitFor();
    await browser.page.screenshot({ path: join(SHOTS, 'trusted-endpoint.png') });
    assert.deepEqual(asked, []);
    await browser.page.keyboard.press('Escape');
  });
});
