import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser } from '../../scripts/browser.mjs';
import { tempFolder } from '../../scripts/temp-folder.mjs';
import { startServer } from '../../scripts/vscode-server.mjs';
import { createWorkbench, type Workbench } from './workbench.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SHOTS = join(ROOT, 'shots');
export const WINDOW = { width: 1440, height: 960 };

/** A theme of each kind, by the class that VS Code gives to its window. */
export const THEMES = {
  vs: 'Light Modern',
  'vs-dark': 'Dark Modern',
  'hc-black': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

/** A window of VS Code with the packaged extension, on copies of the example data. */
export interface ExampleWindow {
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly browser: Awaited<ReturnType<typeof startBrowser>>;
  readonly workbench: Workbench;
  readonly folder: string;
  /** What is seen after a test that failed. */
  shootFailure(
    test: { readonly state?: string | undefined; readonly title: string } | undefined,
  ): Promise<void>;
  close(): Promise<void>;
}

/** @param settings user settings beside those that make a first run quiet */
export async function startExampleWindow(
  settings: Record<string, unknown> = {},
): Promise<ExampleWindow> {
  mkdirSync(SHOTS, { recursive: true });
  const folder = join(tempFolder('examples'), 'examples');
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  const [server, browser] = await Promise.all([
    startServer({ vsix: join(ROOT, 'dist/strata.vsix'), settings }),
    startBrowser({ viewport: WINDOW }),
  ]);
  return {
    server,
    browser,
    workbench: createWorkbench(browser.page),
    folder,
    async shootFailure(test) {
      if (test?.state !== 'failed') return;
      const name = test.title.replace(/\W+/g, '-');
      await browser.page.screenshot({ path: join(SHOTS, `failed-${name}.png`) });
    },
    async close() {
      await browser.stop();
      await server.stop();
    },
  };
}
