// @ts-check
// How soon figures stand on the screen after the command, in a real VS Code in a browser, on synthetic rows:
// `npm run package && node bench/onScreen.mjs [ROWS] [BYTES_PER_ROW] [RUNS]`. Each run has a server and a window of its own,
// and all of them, with the browser, share the processors with the engine.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../scripts/temp-folder.mjs';
import { ROOT } from '../scripts/test-results.mjs';
import { openDataWindow } from './dataWindow.mjs';

const [rows = '50000', bytesPerRow = '500', runs = '3'] = process.argv.slice(2);

const FILE = 'synthetic.jsonl';

const folder = tempFolder('on-screen');
execFileSync(process.execPath, [
  join(ROOT, 'bench/run.mjs'),
  ...['writeSyntheticFile', join(folder, FILE), rows, bytesPerRow],
]);
for (let run = 0; run < Number(runs); run++) await measureOnce();
process.exit(0);

async function measureOnce() {
  const window = await openDataWindow(folder, FILE, noteWhatIsSeen);
  const { page, inspectItem } = window;
  const host = extensionHost();
  const before = memoryOf(host);
  await inspectItem.evaluate((item) => {
    const note = () => Object.assign(globalThis, { strataCommand: Date.now() });
    item.addEventListener('mouseup', note, { capture: true });
  });
  await inspectItem.click();
  const commandAt = await page.evaluate(() => /** @type {any} */ (globalThis).strataCommand);
  const frame = await window.panelFrame();
  await frame.waitForFunction(() => /** @type {any} */ (globalThis).strataSeen.flags, undefined, {
    timeout: 1_200_000,
    polling: 500,
  });
  const seen = await frame.evaluate(() => /** @type {any} */ (globalThis).strataSeen);
  const after = memoryOf(host);
  const since = (/** @type {string} */ sign) => `${((seen[sign] - commandAt) / 1000).toFixed(2)} s`;
  console.log(
    `${rows} rows: page ${since('page')}, first level ${since('firstLevel')}, all levels ${since('allLevels')}, ` +
      `flags ${since('flags')}; extension host ${before.now} MiB before, at most ${after.peak} MiB`,
  );
  await window.close();
}

/** Runs in every page before its own scripts: notes when the panel's figures are first painted. */
function noteWhatIsSeen() {
  if (window.top === window) return;
  /** @type {Record<string, number>} */
  const seen = {};
  Object.assign(globalThis, { strataSeen: seen });
  /** @type {Record<string, () => boolean>} */
  const signs = {
    page: () => document.querySelector('main') !== null,
    firstLevel: () => document.querySelector('.headline-value') !== null,
    allLevels: () => document.querySelectorAll('.cards .headline-value').length >= 3,
    flags: () => document.querySelector('.flag-row .flag-reason') !== null,
  };
  // VS Code writes the document of a panel anew, which ends what waits for frames, but not timers.
  const timer = setInterval(() => {
    for (const [sign, isSeen] of Object.entries(signs)) {
      // A task of its own after the frame: it has been painted.
      if (seen[sign] === undefined && isSeen())
        requestAnimationFrame(() => setTimeout(() => (seen[sign] ??= Date.now())));
    }
    if (seen['flags'] !== undefined) clearInterval(timer);
  }, 10);
}

/** The number of the process in which extensions run. */
function extensionHost() {
  const isHost = (/** @type {string} */ pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost');
    } catch {
      // It has ended meanwhile.
      return false;
    }
  };
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isHost(name));
  if (pid === undefined) throw new Error('no extension host runs');
  return pid;
}

/** In MiB. @param {string} pid */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (/** @type {string} */ name) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: field('VmRSS'), peak: field('VmHWM') };
}
