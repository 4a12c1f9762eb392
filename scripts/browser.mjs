// @ts-check
import { chromium } from 'playwright-core';
import { ensureChromium } from './ensure-chromium.mjs';
import { removeTempFolder, tempFolder } from './temp-folder.mjs';

/** A Chromium with a profile of its own, for one window of VS Code. */
export async function startBrowser({ viewport = { width: 1280, height: 800 } } = {}) {
  const profile = tempFolder('chromium');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    viewport,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      // The sandbox of Chromium refuses to run as root, as in containers.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    async stop() {
      await context.close();
      removeTempFolder(profile);
    },
  };
}
