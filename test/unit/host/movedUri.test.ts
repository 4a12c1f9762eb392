import { expect, it, vi } from 'vitest';
import { movedKeys } from '../../../src/host/movedKeys.ts';
import { movedUri } from '../../../src/host/movedUri.ts';

vi.mock('vscode', () => ({ Uri: { parse: (text: string) => uriOf(text) } }));

function uriOf(text: string): never {
  const { protocol, host, pathname } = new URL(text);
  const scheme = protocol.slice(0, -1);
  const withPath = (path: string) => uriOf(`${scheme}://${host}${path}`);
  return {
    scheme,
    authority: host,
    path: pathname,
    with: ({ path }: { path: string }) => withPath(path),
    toString: () => text,
  } as never;
}

it.each([
  ['file:///data/a.jsonl', 'file:///data/a.jsonl', 'file:///data/b.jsonl', 'file:///data/b.jsonl'],
  ['file:///data/x/a.jsonl', 'file:///data', 'file:///sets/old', 'file:///sets/old/x/a.jsonl'],
  ['file:///data-2/a.jsonl', 'file:///data', 'file:///sets', undefined],
  ['file:///data/a.jsonl', 'file:///data/a.json', 'file:///data/b.json', undefined],
  ['vscode-vfs://one/data/a.jsonl', 'vscode-vfs://two/data', 'vscode-vfs://two/sets', undefined],
])('%s, where %s becomes %s, is %s', (file, from, to, expected) => {
  expect(movedUri(uriOf(file), uriOf(from), uriOf(to))?.toString()).toBe(expected);
});

it('what is kept by the addresses of files goes with them, and all else stays', () => {
  const kept = { 'file:///data/a.jsonl': 1, 'file:///other/b.jsonl': 2 };
  expect(movedKeys(kept, uriOf('file:///data'), uriOf('file:///sets'))).toEqual({
    'file:///sets/a.jsonl': 1,
    'file:///other/b.jsonl': 2,
  });
  expect(movedKeys(kept, uriOf('file:///else'), uriOf('file:///sets'))).toBeUndefined();
});
