import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { convertInput } from '../../../../src/data/inputs/convertInput.ts';
import { listShards } from '../../../../src/data/inputs/listShards.ts';
import { leftOutFiles } from '../../../../src/engine/leftOutFiles.ts';

describe('a folder with links that lead to no file', () => {
  let folder: string;
  let own: string;
  beforeEach(() => {
    const both = mkdtempSync(join(tmpdir(), 'strata-test-'));
    folder = join(both, 'given');
    own = join(both, 'own');
    for (const each of [folder, own, join(folder, 'sub')]) mkdirSync(each);
    writeFileSync(join(folder, 'about.json'), '{}');
    writeFileSync(join(folder, 'sub/b.jsonl'), '{"text":"b"}\n');
    const links = { dangling: 'nowhere.jsonl', circle: 'circle.jsonl', folder: 'sub' };
    for (const [name, target] of Object.entries(links)) {
      symlinkSync(target, join(folder, `${name}.jsonl`));
    }
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  const convert = () =>
    convertInput({ kind: 'file', path: folder }, own, {
      onProgress: () => undefined,
      checkpoint: () => undefined,
    });

  it('leaves them out and names them', async () => {
    writeFileSync(join(folder, 'a.jsonl'), '{"text":"a"}\n');
    symlinkSync(join('sub', 'b.jsonl'), join(folder, 'linked.jsonl'));
    const source = await convert();
    expect(source).toMatchObject({
      parts: [{ path: 'a.jsonl' }, { path: 'linked.jsonl' }],
      leftOut: ['about.json'],
      deadLinks: ['circle.jsonl', 'dangling.jsonl', 'folder.jsonl'],
    });
    expect(leftOutFiles(source)).toMatchObject([
      { what: 'left-out-files', used: 2, of: 3, files: ['about.json'] },
      {
        what: 'dead-links',
        used: 2,
        of: 5,
        files: ['circle.jsonl', 'dangling.jsonl', 'folder.jsonl'],
      },
    ]);
  });

  it('says so where nothing else is there', async () => {
    const fault = {
      code: 'unusable-input',
      message: `The folder ${folder} holds no data, and links in it lead to no file: circle.jsonl, dangling.jsonl, folder.jsonl.`,
    };
    await expect(convert()).rejects.toMatchObject(fault);
    rmSync(join(folder, 'about.json'));
    expect(() => listShards(folder)).toThrow(expect.objectContaining(fault));
  });
});
