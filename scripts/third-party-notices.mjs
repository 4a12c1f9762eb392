// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './test-results.mjs';

/** Packages that come without their licence, and one of the same holder under the same licence whose text they share. */
const SAME_LICENCE = {
  '@microsoft/fast-element': '@vscode/webview-ui-toolkit',
  '@microsoft/fast-foundation': '@vscode/webview-ui-toolkit',
  '@microsoft/fast-web-utilities': '@vscode/webview-ui-toolkit',
};

/**
 * The folders of the packages whose modules are among some paths.
 * @param {readonly string[]} inputs paths of bundled modules, from the bundler's metafiles
 */
export function bundledPackages(inputs) {
  const folders = inputs.flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

/**
 * The licences of all packages whose code is in the bundles, by name: they ask to be passed on with it.
 * @param {readonly string[]} inputs paths of the bundled modules, from the bundler's metafiles
 */
export function thirdPartyNotices(inputs) {
  const notices = new Set(bundledPackages(inputs).map(noticeOf));
  return `Strata contains code of these packages.\n\n${[...notices].join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} folder */
function noticeOf(folder) {
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license } = JSON.parse(
    readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
  );
  const other = /** @type {Record<string, string>} */ (SAME_LICENCE)[name];
  const text = licenceIn(folder) ?? (other && licenceIn(join('node_modules', other)));
  if (!text) throw new Error(`${name} ${version} (${license}) has no licence text to pass on`);
  return `${name} ${version}\n\n${text}\n`;
}

/** @param {string} folder */
function licenceIn(folder) {
  const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  return file && readFileSync(join(ROOT, folder, file), 'utf8').trim();
}
