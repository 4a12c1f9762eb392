import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { productBundles } from '../../esbuild.mjs';
import { releaseFaults } from '../../scripts/release.mjs';
import { bundledPackages, thirdPartyNotices } from '../../scripts/third-party-notices.mjs';
import { readJson, root } from './sources.ts';

interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly license: string;
  readonly publisher: string;
}

const manifest = readJson('package.json') as Manifest;
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

describe('a version', () => {
  const version = '1.2.3';
  const good = {
    version,
    lockedVersion: version,
    changelog: '# Changelog\n\n## 1.2.3 (2026-01-31)\n\n## 1.2.2 (2025-12-01)\n',
    changes: '',
  };

  it('can be released where changelog, lock file and checkout agree', () => {
    expect(releaseFaults(good)).toEqual([]);
  });

  it.each([
    [{ changelog: '## 1.2.4 (2026-01-31)\n' }, /begins with 1\.2\.4/],
    [{ changelog: '## 1.2.3 (unreleased)\n' }, /names no day/],
    [{ changelog: '## 1.2.3\n' }, /names no day/],
    [{ changelog: '# Changelog\n' }, /no version/],
    [{ lockedVersion: '1.2.2' }, /package-lock\.json has 1\.2\.2/],
    [{ changes: ' M README.md\n' }, /not committed/],
  ])('cannot with %j', (change, message) => {
    expect(releaseFaults({ ...good, ...change }).join('\n')).toMatch(message);
  });

  it('of this checkout lacks nothing but a day, if that', () => {
    const { version: lockedVersion } = readJson('package-lock.json') as Manifest;
    const faults = releaseFaults({
      version: manifest.version,
      lockedVersion,
      changelog,
      changes: '',
    });
    expect(faults.filter((fault) => !fault.includes('names no day'))).toEqual([]);
  });
});

describe('the notices', () => {
  let inputs: string[];
  beforeAll(async () => {
    const built = await Promise.all(
      productBundles.map((options) => build({ ...options, write: false, metafile: true })),
    );
    inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  });

  it('name every bundled package with its version and the text of its licence', () => {
    const notices = thirdPartyNotices(inputs);
    const parts = notices.split(/\n-{80}\n\n/u);
    const packages = bundledPackages(inputs);
    expect(packages.length).toBeGreaterThan(20);
    for (const folder of packages) {
      const { name, version } = readJson(join(folder, 'package.json')) as {
        name: string;
        version: string;
      };
      const part = parts.find((one) => one.includes(`${name} ${version}\n`));
      expect(part, name).toMatch(
        /Permission (?:is hereby granted|to use, copy)|Apache License|Redistribution and use/u,
      );
    }
  });

  it('are of permissive licences', () => {
    for (const folder of bundledPackages(inputs)) {
      const { license } = readJson(join(folder, 'package.json')) as { license: string };
      expect(license, folder).toMatch(/^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/u);
    }
  });
});

describe('the page of the extension in a gallery', () => {
  it('has an icon of 256 pixels', () => {
    const png = readFileSync(join(root, manifest.icon));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });

  it('has banner, categories, keywords, licence and publisher', () => {
    expect(manifest.galleryBanner).toEqual({
      color: expect.stringMatching(/^#[\da-f]{6}$/u) as string,
      theme: expect.stringMatching(/^(?:dark|light)$/u) as string,
    });
    expect(manifest.categories).toEqual(
      expect.arrayContaining(['Data Science', 'Machine Learning']),
    );
    expect(manifest.keywords.length).toBeGreaterThanOrEqual(5);
    // What a gallery takes.
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(manifest.license).toBe('MIT');
    expect(manifest.publisher).toMatch(/^[a-z\d-]+$/u);
  });
});

const isReleased = !changelog.includes('(unreleased)');
it.skipIf(isReleased)('npm run release says why it does not release', () => {
  const run = () =>
    execFileSync(process.execPath, [join(root, 'scripts/release.mjs')], { stdio: 'pipe' });
  expect(run).toThrow(/Not released:\n(?:.*\n)*.*names no day/u);
});
