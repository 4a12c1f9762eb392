import { expect, it } from 'vitest';
import { manifestPath } from '../../../src/engine/manifestPath.ts';

it('gives every file a manifest of its own, whatever its name ends in', () => {
  const targets = ['x', 'x.jsonl', 'x.ndjson', 'x.csv', 'x.v1', 'x.v1.jsonl', '.jsonl', 'a.b/x'];
  expect(new Set(targets.map(manifestPath)).size).toBe(targets.length);
  expect(manifestPath('data.clean.jsonl')).toBe('data.clean.jsonl.manifest.json');
});
