// @ts-check
import { join } from 'node:path';
import { startBrowser } from '../scripts/browser.mjs';
import { ROOT } from '../scripts/test-results.mjs';
import { startServer } from '../scripts/vscode-server.mjs';

/** After which a window has nothing more to begin, and the items of its status bar stay where they are. */
const SETTLE_MS = 5000;

/**
 * A window of a real VS Code with the packaged extension and a data set in its editor, in a browser.
 * @param {string} folder the workspace
 * @param {string} file within it
 * @param {() => void} [ownScript] runs in every page before its own scripts
 */
export async function openDataWindow(folder, file, ownScript) {
  const [server, browser] = await Promise.all([
    startServer({ vsix: join(ROOT, 'dist/strata.vsix') }),
    startBrowser({ viewport: { width: 1440, height: 960 } }),
  ]);
  const { page } = browser;
  page.setDefaultTimeout(180_000);
  if (ownScript) await page.addInitScript(ownScript);
  await page.goto(server.url({ folder, file: join(folder, file) }), { waitUntil: 'commit' });
  const inspectItem = page.locator('.statusbar-item').filter({ hasText: 'Inspect dataset' });
  await inspectItem.waitFor();
  await page.waitForTimeout(SETTLE_MS);
  return {
    page,
    /** Starts the inspection. */
    inspectItem,
    /** The page in the one visible panel. */
    async panelFrame() {
      const body = page
        .locator('iframe.webview.ready')
        .first()
        .contentFrame()
        .locator('iframe#active-frame')
        .contentFrame()
        .locator('body');
      const frame = await (await body.elementHandle())?.ownerFrame();
      if (!frame) throw new Error('the panel has no page');
      return frame;
    },
    async close() {
      await browser.stop();
      await server.stop();
    },
  };
}
