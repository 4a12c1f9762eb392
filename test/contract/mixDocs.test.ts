import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mixInline } from '../support/mixInline.ts';
import { keysOf, matches, root, wordsOf } from './sources.ts';

const page = readFileSync(join(root, 'docs/mix.md'), 'utf8');

test(
  'docs/mix.md explains every key and code of mixtures, in its order',
  { tags: 'slow' },
  async () => {
    const file = (name: string) => ({ kind: 'file', path: join(root, 'examples', name) }) as const;
    const { mixing } = await mixInline(
      file('support-generated.jsonl'),
      file('support-reference.jsonl'),
    );
    const { plan, levels, noise, closeness, rule, notes, curves } = mixing;
    const words = wordsOf(page);
    const told = keysOf({ plan, levels, noise, closeness, rule, notes, curves });
    expect([...new Set(told)].filter((key) => !words.has(key))).toEqual([]);
    const listed = Array.from(page.split('### ')[0]!.matchAll(/^\| `(\w+)`/gmu), ([, key]) => key);
    expect(Object.keys(mixing)).toEqual(listed);
    const types = readFileSync(join(root, 'src/engine/mix/mixing.ts'), 'utf8');
    const codes = matches(types.replaceAll(/from '[^']+'/gu, ''), /'([a-z\d-]+)'/gu);
    // How updates are told apart is no part of the JSON.
    const ofUpdates = ['frame', 'point'];
    expect(codes.filter((code) => !words.has(code) && !ofUpdates.includes(code))).toEqual([]);
  },
);
