import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trackInline } from '../support/trackInline.ts';
import { keysOf, matches, root, wordsOf } from './sources.ts';

const page = readFileSync(join(root, 'docs/track.md'), 'utf8');

test(
  'docs/track.md explains every key and code of the generations, in its order',
  { tags: 'slow' },
  async () => {
    const file = (name: string) => ({ kind: 'file', path: join(root, 'examples', name) }) as const;
    const tracked = await trackInline([
      file('support-generation-1.jsonl'),
      file('support-generation-2.jsonl'),
    ]);
    const { verdict, levels, repeats } = tracked;
    const words = wordsOf(page);
    expect(
      [...new Set(keysOf({ verdict, levels, repeats }))].filter((key) => !words.has(key)),
    ).toEqual([]);
    const listed = Array.from(page.split('### ')[0]!.matchAll(/^\| `(\w+)`/gmu), ([, key]) => key);
    expect(Object.keys(tracked)).toEqual(listed);
    const types = readFileSync(join(root, 'src/engine/track/generations.ts'), 'utf8');
    const codes = matches(types.replaceAll(/from '[^']+'/gu, ''), /'([a-z\d-]+)'/gu);
    expect(codes.filter((code) => !words.has(code))).toEqual([]);
  },
);
