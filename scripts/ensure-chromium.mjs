// @ts-check
// Finds the Chromium that drives the tests: the one named by CHROMIUM, else the system's. On Debian, root installs it.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findChromium() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string[]} args */
function aptGet(args) {
  execFileSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** @returns {string} path of the program */
export function ensureChromium() {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not an executable file.`);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.error(`Installing ${DEBIAN_PACKAGES.join(' and ')} from Debian …`);
    aptGet(['update', '-qq']);
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES]);
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `These tests need Chromium: on Debian or Ubuntu run \`sudo apt-get install ${DEBIAN_PACKAGES.join(' ')}\`, elsewhere set CHROMIUM to the path of a Chromium or Chrome.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
