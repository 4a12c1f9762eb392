import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { seriousFaults } from './axe.ts';
import {
  ROOT,
  SHOTS,
  startExampleWindow,
  THEMES,
  WINDOW,
  type ExampleWindow,
} from './exampleWindow.ts';
import { createWorkbench, until, type Workbench } from './workbench.ts';

const FILE = 'support-generated.jsonl';
const LINES = readFileSync(join(ROOT, 'examples', FILE), 'utf8').split('\n');

/** Served inside the browser by the panel's service worker; no such host is asked. */
const isInside = (host: string) =>
  host === '127.0.0.1' || host.endsWith('.vscode-resource.vscode-cdn.net');

/**
 * Of the charts of bars on view: how far the pixel next to the page's colour of text is from it, in
 * steps of red, green and blue.
 */
async function farthestFromText(panel: FrameLocator): Promise<number> {
  const distances = await panel
    .locator('.chart-bars canvas:visible')
    .evaluateAll((charts: HTMLCanvasElement[]) =>
      charts.map((canvas) => {
        const text = getComputedStyle(canvas.ownerDocument.body).color.match(/\d+/g)!.map(Number);
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let nearest = Infinity;
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3]! < 250) continue;
          const steps = text.map((value, i) => Math.abs(value - data[at + i]!));
          nearest = Math.min(nearest, steps[0]! + steps[1]! + steps[2]!);
        }
        return nearest;
      }),
    );
  return Math.max(...distances);
}

suite('the packaged extension in VS Code', () => {
  let example: ExampleWindow;
  let browser: ExampleWindow['browser'];
  let workbench: Workbench;
  let folder: string;
  const outside = new Set<string>();

  suiteSetup(async () => {
    example = await startExampleWindow();
    ({ browser, workbench, folder } = example);
    browser.context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:https?|wss?):$/.test(protocol) && !isInside(hostname)) outside.add(hostname);
    });
    await workbench.open(example.server.url({ folder }));
  });
  suiteTeardown(() => example.close());
  teardown(function () {
    return example.shootFailure(this.currentTest);
  });

  /** Waits for a tab and closes it: the tests after this one look at the one panel that is left. */
  async function closeTab(name: string): Promise<void> {
    const tab = workbench.tab(name);
    await tab.waitFor();
    await tab.hover();
    await tab.getByRole('button', { name: /^Close/ }).click();
    await tab.waitFor({ state: 'detached' });
  }

  test('a file opened from the explorer offers its inspection in the status bar', async () => {
    await workbench.openFromExplorer(FILE);
    await workbench.statusItem('Inspect dataset').waitFor();
  });

  test('Strata: Inspect Dataset shows the three levels with figures and charts', async () => {
    await workbench.command('Strata: Inspect Dataset');
    await workbench.tab(`Strata: ${FILE}`).waitFor();
    const cards = workbench.panel().getByRole('article');
    await cards.nth(2).waitFor();
    for (const [i, title] of ['Macro', 'Meso', 'Micro'].entries()) {
      const card = cards.nth(i);
      assert.match((await card.getByRole('heading').first().textContent()) ?? '', RegExp(title));
      const headline = card.locator('.headline-value:visible');
      await headline.waitFor();
      assert.ok(Number((await headline.textContent())?.replaceAll(',', '')) > 1, title);
      await card.locator('canvas:visible').first().waitFor();
    }
  });

  test('the explanation behind the (i) of a headline breaks its lines', async () => {
    const panel = workbench.panel();
    await panel.locator('.headline .info:visible').first().click();
    const popover = panel.locator('.popover');
    await popover.waitFor();
    const [needed, room] = await popover.evaluate((node) => [node.scrollWidth, node.clientWidth]);
    assert.ok(needed <= room, `${needed} of ${room} pixels`);
    await browser.page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
  });

  test('the status bar tells the headline', async () => {
    await workbench.statusItem(/topics · \d+ lines flagged/).waitFor();
  });

  test('the map of the rows is drawn', async () => {
    const canvas = workbench.panel().locator('.map-frame canvas');
    await canvas.waitFor();
    const isDrawn = () =>
      canvas.evaluate((node: HTMLCanvasElement) =>
        node
          .getContext('2d')
          ?.getImageData(0, 0, node.width, node.height)
          .data.some((value) => value > 0),
      );
    await canvas.scrollIntoViewIfNeeded();
    await until(async () => (await isDrawn()) === true, 'points on the map');
  });

  test('the rows of a tag are measured beside the whole file, until they are cleared', async () => {
    const panel = workbench.panel();
    const filter = panel.locator('details.filter');
    await filter.locator('summary').first().click();
    await filter.getByRole('combobox', { name: 'Tag', exact: true }).click();
    await filter.getByRole('option', { name: /^returns/ }).click();
    await filter.getByText('Measure these rows').click();
    const compared = filter.locator('.compared');
    await compared.nth(2).waitFor();
    const ofTag = LINES.filter((line) => line.includes('"category":"returns"')).length;
    assert.match((await filter.locator('.sentence').textContent()) ?? '', RegExp(`\\b${ofTag}\\b`));
    const figures = await compared.first().locator('tbody').first().locator('td').allTextContents();
    assert.notEqual(figures[0], figures[1]);
    await browser.page.screenshot({ path: join(SHOTS, 'selection.png') });
    await filter.getByText('Clear selection').click();
    await compared.first().waitFor({ state: 'detached' });
    await filter.locator('summary').first().click();
  });

  test('a click on a flagged row shows its line, a double click puts the cursor there', async () => {
    // The order that holds is seen.
    await workbench.panel().locator('.flag-header [aria-sort=descending] .icon').waitFor();
    const row = workbench.panel().locator('.flag-row.flag-near-duplicate').first();
    await row.waitFor();
    const line = Number((await row.locator('.flag-line .number').textContent())?.replace(',', ''));
    const excerpt = (await row.locator('.flag-excerpt').textContent()) ?? '';
    await row.locator('.flag-reason').click();
    await browser.page.locator('.line-numbers', { hasText: RegExp(`^${line}$`) }).waitFor();
    // Keys stay in the table: what the hint names next is not typed into the file.
    for (const [key, place] of Object.entries({ n: '2/', p: '1/' })) {
      await browser.page.keyboard.press(key);
      await row.locator('.cluster-place', { hasText: place }).waitFor();
    }
    assert.equal(await browser.page.locator('.tab.dirty').count(), 0);
    await row.locator('.flag-reason').dblclick();
    await browser.page.locator('.monaco-editor.focused').first().waitFor();
    await until(async () => (await workbench.cursor())?.line === line, `the cursor on ${line}`);
    const written = JSON.parse(LINES[line - 1] ?? '') as { messages: { content: string }[] };
    assert.ok(written.messages.some(({ content }) => content.startsWith(excerpt.slice(0, 20))));
  });

  test('Next Flagged Row moves the cursor on', async () => {
    const before = (await workbench.cursor())?.line ?? 0;
    await workbench.command('Strata: Next Flagged Row');
    await until(async () => ((await workbench.cursor())?.line ?? 0) > before, 'the cursor moves');
  });

  test('flagged rows are marked in the editor', async () => {
    const marks = browser.page.locator('.view-overlays [class*="ced-"]');
    await until(async () => (await marks.count()) > 0, 'a marked row');
  });

  test('the tree lists the flagged rows by kind', async () => {
    await workbench.command('View: Show Strata');
    const item = (name: RegExp) => browser.page.getByRole('treeitem', { name });
    await item(/^Exact duplicate/).waitFor();
    await browser.page.screenshot({ path: join(SHOTS, 'tree.png') });
    await item(/^Row error/).click();
    await browser.page.keyboard.press('ArrowRight');
    await item(/^Line 23\b/).click();
    await until(async () => (await workbench.cursor())?.line === 23, 'the cursor on line 23');
    await workbench.command('View: Show Explorer');
  });

  test('a clean copy is written once its counts were seen, with a manifest', async () => {
    const { page } = browser;
    await workbench.command('Strata: Write a Clean Copy');
    await page.getByText('Of duplicates one row stays').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByText('Write a Clean Copy').waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText(/Keep \d+ of 333 lines\?/).waitFor();
    await page.screenshot({ path: join(SHOTS, 'clean-copy.png') });
    await dialog.getByRole('button', { name: 'Write' }).click();
    await page
      .getByText(/lines written/)
      .first()
      .waitFor();
    const copy = readFileSync(join(folder, 'support-generated.clean.jsonl'), 'utf8');
    const manifest = JSON.parse(
      readFileSync(join(folder, 'support-generated.clean.jsonl.manifest.json'), 'utf8'),
    ) as { removed: { line: number; reason: string }[] };
    const removed = new Set(manifest.removed.map(({ line }) => line));
    assert.equal(copy, LINES.filter((_, index) => !removed.has(index + 1)).join('\n'));
    const broken = manifest.removed.filter(({ reason }) => reason === 'row-error');
    assert.deepEqual(
      broken.map(({ line }) => line),
      [23, 77, 131, 188, 243, 299],
    );
    assert.equal(readFileSync(join(folder, FILE), 'utf8'), LINES.join('\n'));
  });

  test('the file can be inspected from the menu of the explorer', async () => {
    const item = browser.page.getByRole('treeitem', { name: 'support-reference.jsonl' });
    await item.click({ button: 'right' });
    const entry = browser.page.getByRole('menuitem', { name: 'Inspect Dataset' });
    await entry.hover();
    await browser.page.keyboard.press('Enter');
    await closeTab('Strata: support-reference.jsonl');
  });

  test('of two files clicked one after the other the first is the data set, though the second is right-clicked', async () => {
    const reference = 'support-reference.jsonl';
    await workbench.chooseInExplorer([reference, FILE], 'Compare with Reference', 'Control');
    await closeTab(`${reference} against ${FILE}`);
  });

  test('the panel comes back after a reload of the window', async () => {
    await workbench.tab(`Strata: ${FILE}`).click();
    await until(() => workbench.isKept(`Strata: ${FILE}`), 'the tab is written down');
    // Else what the tests before have closed comes back too.
    const isClosed = async () => !(await workbench.isKept('Strata: support-reference.jsonl'));
    await until(isClosed, 'the closed tab is written down as such');
    await browser.page.reload({ waitUntil: 'commit' });
    await workbench.tab(`Strata: ${FILE}`).waitFor();
    const headline = workbench.panel().locator('.headline-value:visible');
    await headline.first().waitFor();
    assert.equal(await workbench.panel().locator('.failed').count(), 0);
  });

  test('the place that is read is kept when the file is inspected again, and when the panel was hidden', async () => {
    const section = workbench.panel().locator('section#flags');
    const row = section.locator('.flag-row').first();
    const top = () => section.evaluate((node) => Math.round(node.getBoundingClientRect().top));
    const isNear = async (place: number) => Math.abs((await top()) - place) <= 2;
    await row.waitFor();
    await workbench.panel().locator('.map-frame canvas').waitFor();
    // What is inspected is what has the keys: a file that is open beside the panel, otherwise.
    await workbench.tab(`Strata: ${FILE}`).click();
    await section.evaluate((node) => node.scrollIntoView());
    // The page writes its place down once the scrolling has ended.
    await browser.page.waitForTimeout(500);
    const read = await top();
    await workbench.command('Strata: Inspect Dataset');
    await workbench.panel().locator('.progress-fill').waitFor({ state: 'visible' });
    await row.waitFor();
    await until(() => isNear(read), 'the place in the new figures');
    await workbench.tab(`Strata: ${FILE}`).click();
    await workbench.command('File: New Untitled Text File');
    await browser.page.locator('.editor-instance .view-line').first().waitFor();
    await workbench.command('View: Close Editor');
    await row.waitFor();
    await until(() => isNear(read), 'the place in the panel that came back');
  });

  test('the whole panel fits a large window, beside the row that was clicked', async () => {
    await browser.page.setViewportSize({ width: 2240, height: 1560 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    const row = workbench.panel().locator('.flag-row.flag-near-duplicate').first();
    await row.locator('.flag-reason').dblclick();
    await until(async () => (await workbench.cursor()) !== undefined, 'the cursor in the editor');
    await workbench
      .panel()
      .locator('body')
      .evaluate((body) => body.ownerDocument.defaultView?.scrollTo(0, 0));
    await browser.page.screenshot({ path: join(SHOTS, 'readme.png') });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await browser.page.setViewportSize(WINDOW);
  });

  for (const [kind, theme] of Object.entries(THEMES)) {
    test(`it can be read in the theme ${theme}`, async () => {
      await workbench.chooseTheme(theme);
      await browser.page.locator(`.monaco-workbench.${kind}`).waitFor();
      const panel = workbench.panel();
      await panel.locator('.headline-value:visible').first().waitFor();
      const [color, background] = await panel.locator('body').evaluate((body) => {
        const style = getComputedStyle(body);
        return [style.color, style.backgroundColor];
      });
      assert.notEqual(color, background);
      await until(async () => (await farthestFromText(panel)) < 60, 'text of charts in its colour');
      await browser.page.screenshot({ path: join(SHOTS, `${kind}.png`) });
    });
  }

  test('the panel speaks Japanese where VS Code does, with nothing serious for axe-core', async () => {
    const page = await browser.context.newPage();
    // What a language pack sets, which this VS Code has none of.
    await page.addInitScript(() => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: 'ja' }));
    const window = createWorkbench(page);
    await window.open(example.server.url({ folder, file: join(folder, FILE) }));
    await window.statusItem('データセットを検査').click();
    const panel = window.panel();
    await panel.locator('.headline-value:visible').nth(2).waitFor();
    await panel.getByRole('heading', { name: 'マクロ: 意味' }).waitFor();
    await panel.locator('.flag-row').first().waitFor();
    await panel.getByRole('textbox', { name: '行番号・理由で絞り込み' }).waitFor();
    await page.screenshot({ path: join(SHOTS, 'japanese.png') });
    assert.deepEqual(await seriousFaults(panel), []);
    await page.close();
  });

  test('nothing was asked for outside the machine', () => {
    assert.deepEqual([...outside], []);
  });
});
