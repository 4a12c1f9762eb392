import type { FrameLocator, Locator, Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS } from '../support/patience.ts';

/** What a person does in the window of VS Code. */
export interface Workbench {
  readonly page: Page;
  open(url: string): Promise<void>;
  openFromExplorer(name: string): Promise<void>;
  /**
   * Chooses an entry of the explorer's menu, opened on the last of some files.
   * @param key with Shift they are a stretch from the first to the last, with Control two that are clicked one after the other
   */
  chooseInExplorer(
    names: readonly string[],
    entry: string,
    key?: 'Shift' | 'Control',
  ): Promise<void>;
  tab(name: string): Locator;
  statusItem(text: string | RegExp): Locator;
  /** Runs a command from the palette by its visible label: `Category: Title`. */
  command(label: string): Promise<void>;
  chooseTheme(name: string): Promise<void>;
  /** Undefined while no text editor is active. */
  cursor(): Promise<{ line: number; column: number } | undefined>;
  /** The page in the one visible panel. */
  panel(): FrameLocator;
  /** Whether the tab would come back after a reload: VS Code writes down every five seconds, once it is idle, what is open. */
  isKept(tab: string): Promise<boolean>;
}

const FIRST_TRY_MS = 2000;
const MENU_MS = 800;
const SELECTION_MS = 200;

export function createWorkbench(page: Page): Workbench {
  page.setDefaultTimeout(PATIENCE_MS);
  const tab = (name: string) => page.locator('.tabs-container .tab').filter({ hasText: name });
  const input = page.locator('.quick-input-widget .quick-input-filter input');
  const choice = (label: string) =>
    page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();

  async function command(label: string): Promise<void> {
    // Soon after its start the palette does not know an extension's commands, and does not refresh its list.
    const end = Date.now() + PATIENCE_MS;
    for (let timeout = FIRST_TRY_MS; ; timeout *= 2) {
      try {
        await page.keyboard.press('F1');
        await input.fill(`>${label}`, { timeout });
        await choice(label).click({ timeout });
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  return {
    page,
    tab,
    command,
    async chooseTheme(name) {
      await command('Preferences: Color Theme');
      await page.getByPlaceholder(/color theme/i).fill(name);
      await choice(name).click();
    },
    async open(url) {
      await page.goto(url, { waitUntil: 'commit' });
      await page.locator('.monaco-workbench .part.statusbar').waitFor();
    },
    async openFromExplorer(name) {
      await page.getByRole('treeitem', { name, exact: true }).first().dblclick();
      // Titles of panels hold the names of their files.
      await page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    async chooseInExplorer(names, entry, key = 'Shift') {
      const item = (name = '') => page.getByRole('treeitem', { name, exact: true }).first();
      const isSelected = async (name: string) =>
        (await item(name).getAttribute('aria-selected')) === 'true';
      // The first click opens the file. Once its editor has the keys the explorer selects it alone, also where others were
      // selected meanwhile; a click on a file that is open already has no such sequel.
      await until(async () => {
        await item(names[0]).click();
        await page
          .locator(`.tabs-container .tab.active[data-resource-name="${names[0]}"]`)
          .waitFor();
        await item(names.at(-1)).click({ modifiers: [key] });
        await page.waitForTimeout(SELECTION_MS);
        return (await Promise.all(names.map(isSelected))).every(Boolean);
      }, 'the files are selected');
      await item(names.at(-1)).click({ button: 'right' });
      const chosen = page.getByRole('menuitem', { name: entry });
      await chosen.hover();
      // A menu does not take what is pressed while it opens.
      await page.waitForTimeout(MENU_MS);
      await page.keyboard.press('Enter');
    },
    statusItem: (text) => page.locator('.statusbar-item').filter({ hasText: text }),
    async cursor() {
      const item = page.locator('[id="status.editor.selection"]');
      if ((await item.count()) === 0) return undefined;
      const match = /Ln ([\d,]+), Col ([\d,]+)/.exec((await item.textContent()) ?? '');
      const number = (text: string | undefined) => Number(text?.replaceAll(',', ''));
      return match ? { line: number(match[1]), column: number(match[2]) } : undefined;
    },
    panel: () =>
      page
        .locator('iframe.webview.ready')
        .first()
        .contentFrame()
        .locator('iframe#active-frame')
        .contentFrame(),
    isKept: (name) => page.evaluate(holdsInWorkspaceState, name),
  };
}

/** In the page: whether a value that the window keeps from one load to the next has a text in it. */
async function holdsInWorkspaceState(text: string): Promise<boolean> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(new Error('not readable', { cause: request.error }));
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await answer(indexedDB.open(name));
    const values = await answer(
      database.transaction('ItemTable').objectStore('ItemTable').getAll(),
    );
    database.close();
    if (values.some((value) => String(value).includes(text))) return true;
  }
  return false;
}

export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await sleep(50);
  }
}
