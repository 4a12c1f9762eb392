import { expect, it, vi } from 'vitest';
import { selectedFiles } from '../../../src/host/selectedFiles.ts';
import { filesToCompare } from '../../../src/host/compare/compareCommand.ts';

vi.mock('vscode', () => {
  class Uri {
    readonly path: string;
    constructor(path: string) {
      this.path = path;
    }
    static parse(text: string) {
      return new Uri(text);
    }
    toString() {
      return this.path;
    }
  }
  return { Uri, workspace: {}, window: {}, l10n: { t: (text: string) => text } };
});

const paths = (uris: readonly { readonly path: string }[]) => uris.map(({ path }) => path);

it('are in the order of the selection, each once', () => {
  expect(paths(selectedFiles(['/b.jsonl', '/a.jsonl', '/b.jsonl']))).toEqual([
    '/b.jsonl',
    '/a.jsonl',
  ]);
  expect(selectedFiles(undefined)).toEqual([]);
});

it('of two that are compared the first selected is the data set, whichever was right-clicked', async () => {
  const selected = ['/real.jsonl', '/made.jsonl'];
  for (const clicked of selected) {
    const files = await filesToCompare(clicked, selected, () => undefined);
    expect(files && paths([files.dataset, files.reference])).toEqual(selected);
  }
});
