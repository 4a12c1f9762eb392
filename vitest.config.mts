import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that put a page, or other modules, in the place of what all others share. */
const APART = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll(sep, '/')}`)
  .filter((path) =>
    /^\/\/ @vitest-environment |^vi\.mock\(/mu.test(
      readFileSync(join(import.meta.dirname, path), 'utf8'),
    ),
  );

/** Folders whose files take longest, in this order. */
const LONG = ['golden/engine', 'contract', 'property/engine', 'unit/engine', 'golden/metrics'];

/** A long file that began last would leave the other processors idle. What files took before is not known in a clean checkout. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/**
 * Vite keeps what a module exports in a dictionary, where every call into another module has to look its function up. The engine lays
 * out what is the prototype of something like any other object: tests that go through millions of values take half the time.
 */
const quickExports = {
  name: 'quick-exports',
  enforce: 'post',
  transform: (code: string, id: string) =>
    id.startsWith(import.meta.dirname) && !id.includes('/node_modules/') && id.endsWith('.ts')
      ? { code: `${code}\n;${asPrototype}`, map: null }
      : undefined,
} as const;
const asPrototype =
  '{ const Heir = function () {}; Heir.prototype = __vite_ssr_exports__; new Heir(); new Heir(); }';

export default defineConfig({
  plugins: [quickExports],
  test: {
    sequence: { sequencer: LongFilesFirst },
    // As in test/support/patience.ts.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    tags: [
      {
        name: 'slow',
        description:
          'Takes more than about a second on an idle machine: `npm test` runs it, `npm run check` does not.',
      },
    ],
    pool: 'threads',
    // By default one processor stays idle: half of them on two cores.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Modules are loaded once for all files of a thread, which saves a third of the time.
        test: {
          name: 'shared',
          include: ['test/{unit,golden,contract,property}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...APART],
          isolate: false,
        },
      },
      {
        extends: true,
        // Modules of their own in a thread that stays: a new one would load the runner, and the page's DOM, for each file.
        test: { name: 'apart', include: APART, pool: 'vmThreads' },
      },
    ],
  },
});
