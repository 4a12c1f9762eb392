// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './test-results.mjs';

/**
 * The licences of all packages whose code is in the bundles, by name: they ask to be passed on with it.
 * @param {readonly string[]} inputs paths of the bundled modules, from the bundler's metafiles
 */
export function thirdPartyNotices(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    /** @type {{ name: string, version: string, license?: string }} */
    const { name, version, license } = JSON.parse(
      readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file
      ? readFileSync(join(ROOT, folder, file), 'utf8').trim()
      : `Licence: ${license ?? 'see its home page'}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `Strata contains code of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
