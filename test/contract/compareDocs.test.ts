import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareInline } from '../support/compareInline.ts';
import { keysOf, matches, root, wordsOf } from './sources.ts';

const page = readFileSync(join(root, 'docs/compare.md'), 'utf8');
const report = readFileSync(join(root, 'docs/report.md'), 'utf8');
test(
  'docs/compare.md explains every key and code of a comparison, in its order',
  { tags: 'slow' },
  async () => {
    const file = (name: string) => ({ kind: 'file', path: join(root, 'examples', name) }) as const;
    const { comparison } = await compareInline(
      file('support-generated.jsonl'),
      file('support-reference.jsonl'),
    );
    const { settings, dataset, reference, sampled, ...own } = comparison;
    const words = wordsOf(page);
    expect([...new Set(keysOf(own))].filter((key) => !words.has(key))).toEqual([]);
    const ofReport = wordsOf(report);
    const shared = keysOf([settings, dataset.fields, reference.file, sampled]);
    expect([...new Set(shared)].filter((key) => !ofReport.has(key) && key !== 'in')).toEqual([]);
    const listed = Array.from(page.split('### ')[0]!.matchAll(/^\| `(\w+)`/gmu), ([, key]) => key);
    expect(Object.keys(comparison)).toEqual(listed);
    const types = readFileSync(join(root, 'src/engine/compare/comparison.ts'), 'utf8');
    const codes = matches(types.replaceAll(/from '[^']+'/gu, ''), /'([a-z\d-]+)'/gu);
    expect(codes.filter((code) => !words.has(code) && code !== 'uncompared')).toEqual([]);
  },
);
