import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFile } from '../../../src/engine/newFile.ts';

describe('newFile', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes what a link leads to, and leaves the link', () => {
    mkdirSync(at('shared'));
    writeFileSync(at('shared/runs.csv'), 'before');
    symlinkSync(at('shared/runs.csv'), at('runs.csv'));
    newFile(at('runs.csv'), (write) => write(Buffer.from('after')));
    expect(lstatSync(at('runs.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('shared/runs.csv'), 'utf8')).toBe('after');
    expect(readdirSync(at('shared'))).toEqual(['runs.csv']);
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions of what it replaces', () => {
    writeFileSync(at('private.csv'), 'before');
    chmodSync(at('private.csv'), 0o640);
    newFile(at('private.csv'), (write) => write(Buffer.from('after')));
    expect(statSync(at('private.csv')).mode & 0o777).toBe(0o640);
  });

  it('leaves what is there, and nothing else, where filling fails', () => {
    writeFileSync(at('runs.csv'), 'before');
    const fail = () => {
      throw new Error('given up');
    };
    expect(() => newFile(at('runs.csv'), fail)).toThrow('given up');
    expect(readFileSync(at('runs.csv'), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['runs.csv']);
  });
});
