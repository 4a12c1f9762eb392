// @ts-check
// How quick the panel is, in a real VS Code in a browser, on a file in which ROWS / 2 clusters of duplicates are flagged:
// `npm run package && node bench/face.mjs [ROWS]`.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../scripts/temp-folder.mjs';
import { openDataWindow } from './dataWindow.mjs';

const rows = Number(process.argv[2] ?? 40_000);
const FILE = 'pairs.jsonl';
const SCROLLS = 200;

const folder = tempFolder('face');
await writePairs(join(folder, FILE));
const window = await openDataWindow(folder, FILE);
const { page } = window;
await window.inspectItem.click();
const frame = await window.panelFrame();
await frame.evaluate(() => {
  const marks = Object.assign(globalThis, {
    strataMarks: { results: 0, interactive: 0, longest: 0 },
  }).strataMarks;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (marks.results > 0 && startTime + duration > marks.results)
        marks.longest = Math.max(marks.longest, duration);
    }
  }).observe({ entryTypes: ['longtask'] });
  addEventListener(
    'message',
    ({ data }) => {
      if (data?.type !== 'state' || data.view?.kind !== 'done') return;
      marks.results = performance.now();
      marks.longest = 0;
      const look = () => {
        const isThere =
          document.querySelector('.headline-value') &&
          document.querySelector('.flag-row .flag-reason');
        // A task of its own after the frame: from here on the page answers.
        if (isThere) setTimeout(() => (marks.interactive = performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
});
await frame.waitForFunction(
  () => /** @type {any} */ (globalThis).strataMarks.interactive > 0,
  undefined,
  { timeout: 1_200_000 },
);
// The map and its neighbours come later and are no part of it.
await frame.waitForTimeout(5_000);
const marks = await frame.evaluate(() => /** @type {any} */ (globalThis).strataMarks);
const scroll = await frame.evaluate(scrollTable, SCROLLS);
// The worst case: the map in view, all its points drawn anew.
await frame.locator('.map-frame canvas').scrollIntoViewIfNeeded();
const themes = [];
for (const name of ['Light Modern', 'Dark Modern', 'Default High Contrast']) {
  const redraw = frame.evaluate(timeRedraw);
  await chooseTheme(name);
  themes.push(await redraw);
}
const heapBytes = await frame.evaluate(
  () => /** @type {any} */ (performance).memory.usedJSHeapSize,
);

const ms = (/** @type {number} */ value) => `${value.toFixed(0)} ms`;
console.log(`${rows} rows, ${scroll.rowCount - 1} flags
interactive after results        ${ms(marks.interactive - marks.results)}, longest task ${ms(marks.longest)}
frames while scrolling           median ${ms(scroll.median)}, 95 % within ${ms(scroll.p95)}, longest ${ms(scroll.longest)}
rows of the table in the page    at most ${scroll.mostRows}
redrawn after a change of theme  ${themes.map(ms).join(', ')}
memory of the page (JS heap)     ${(heapBytes / 1e6).toFixed(0)} MB`);
await window.close();
process.exit(0);

/** @param {string} path */
async function writePairs(path) {
  const file = createWriteStream(path);
  for (let row = 0; row < rows; row++) {
    const pair = row % Math.ceil(rows / 2);
    const text = JSON.stringify({
      instruction: `Question ${pair}: what are ${pair * 7919} and ${pair % 97} of list ${pair % 1013}?`,
      output: `They are ${pair * 104_729} in ${pair % 61}.`,
    });
    if (!file.write(`${text}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** Runs in the page: the whole way down in steps, one each frame. @param {number} scrolls */
async function scrollTable(scrolls) {
  const viewport = document.querySelector('.flag-viewport');
  if (!viewport) throw new Error('no table');
  viewport.scrollIntoView();
  /** @returns {Promise<number>} */
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** @type {number[]} */
  const times = [];
  let mostRows = 0;
  const way = viewport.scrollHeight - viewport.clientHeight;
  let before = await frame();
  for (let step = 1; step <= scrolls; step++) {
    // Small steps, as a wheel does, and large ones, as the bar does.
    viewport.scrollTop = step % 4 === 0 ? (way * step) / scrolls : viewport.scrollTop + 120;
    const now = await frame();
    times.push(now - before);
    before = now;
    mostRows = Math.max(mostRows, viewport.querySelectorAll('.flag-row').length);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return {
    median: at(0.5),
    p95: at(0.95),
    longest: at(1),
    mostRows,
    rowCount: Number(viewport.getAttribute('aria-rowcount')),
  };
}

/**
 * Runs in the page: from the change of its colours until what was drawn anew has been painted.
 * @returns {Promise<number>}
 */
function timeRedraw() {
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      const startedAt = performance.now();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - startedAt)));
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  });
}

/** @param {string} name */
async function chooseTheme(name) {
  await page.keyboard.press('F1');
  await page
    .locator('.quick-input-widget .quick-input-filter input')
    .fill('>Preferences: Color Theme');
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: 'Preferences: Color Theme' })
    .first()
    .click();
  await page.getByPlaceholder(/color theme/i).fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: name })
    .first()
    .click();
}
