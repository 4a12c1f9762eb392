import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openBytes } from '../../../../src/data/byteReader.ts';
import { indexLines } from '../../../../src/data/lineIndex.ts';
import { createCancelFlag, requestCancel } from '../../../../src/engine/cancellation.ts';
import { defaultSettings } from '../../../../src/engine/defaultSettings.ts';
import type { JobEnvironment } from '../../../../src/engine/jobs/job.ts';
import type { MixedFacts } from '../../../../src/engine/mix/writeMixture.ts';
import { writeMixture, type WriteMixtureRequest } from '../../../../src/engine/mix/writeMixture.ts';
import { createInlineTaskPool } from '../../../support/inlineTaskPool.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-mix-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const GENERATED = ['{"g":0}\r', '{"g":"１"}', '{"g":2}', '{"g":3}'];
const REAL = ['{"r":0}', '{"r":1}', '{"r":2}', '{"r":3}', '{"r":4}', '{"r":5}'];

/** Files as `exploreMix` leaves them: the generated one with a byte-order mark, the real one without a last line feed. */
function request(change: Partial<WriteMixtureRequest> = {}): WriteMixtureRequest {
  const file = (path: string) => {
    const source = { kind: 'file', path } as const;
    const reader = openBytes(source);
    const { lineStarts } = indexLines(reader);
    reader.close();
    return { source, lineStarts };
  };
  const facts = (name: string) => ({
    file: { path: at(name), bytes: 1, lines: 1 },
    fields: { available: [] },
  });
  const mixing: MixedFacts = {
    strataVersion: '0.0.0',
    settings: defaultSettings,
    plan: { size: 4, heldBackRows: 2, draws: 5, ratios: [0, 50, 100] },
    generated: facts('generated.jsonl'),
    real: facts('real.jsonl'),
  };
  return {
    files: { dataset: file(at('generated.jsonl')), reference: file(at('real.jsonl')) },
    lines: {
      generated: Uint32Array.from([1, 3, 0, 2]),
      close: Uint32Array.from([3]),
      real: Uint32Array.from([5, 0, 4, 2]),
      heldBack: Uint32Array.from([3, 1]),
    },
    mixing,
    choice: { ratio: 50, onlyClose: false },
    order: 'files',
    targetPath: at('mixed.jsonl'),
    ...change,
  };
}

const environment = (): JobEnvironment<'write-mixture'> => ({
  cancelFlag: createCancelFlag(),
  createPool: createInlineTaskPool,
  onProgress: () => undefined,
  onUpdate: () => undefined,
  askToSend: () => Promise.resolve(false),
});
const write = async (change: Partial<WriteMixtureRequest> = {}, own = environment()) =>
  writeMixture(request(change), own);
const manifest = () =>
  JSON.parse(readFileSync(at('mixed.jsonl.manifest.json'), 'utf8')) as {
    readonly rows: readonly { readonly from: 'generated' | 'real'; readonly line: number }[];
  };

describe('writeMixture', () => {
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
    writeFileSync(at('generated.jsonl'), `\ufeff${GENERATED.join('\n')}\n`);
    writeFileSync(at('real.jsonl'), REAL.join('\n'));
  });

  it('writes lines byte for byte in the order of the files, and where each is from', async () => {
    expect(await write()).toEqual({
      generatedRows: 2,
      realRows: 2,
      manifestPath: at('mixed.jsonl.manifest.json'),
    });
    expect(readFileSync(at('mixed.jsonl'), 'utf8')).toBe('{"g":"１"}\n{"g":3}\n{"r":0}\n{"r":5}\n');
    expect(manifest()).toMatchObject({
      ratio: 50,
      onlyClose: false,
      order: 'files',
      heldBackLines: [2, 4],
      rows: [
        { from: 'generated', line: 2 },
        { from: 'generated', line: 4 },
        { from: 'real', line: 1 },
        { from: 'real', line: 6 },
      ],
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keeps carriage returns, leaves the byte-order mark out, and gives a last line its line feed', async () => {
    await write({ choice: { ratio: 100, onlyClose: false } });
    expect(readFileSync(at('mixed.jsonl'), 'utf8')).toBe(`${GENERATED.join('\n')}\n`);
    await write({ choice: { ratio: 0, onlyClose: false } });
    const lines = readFileSync(at('mixed.jsonl'), 'utf8').split('\n');
    expect(lines).toEqual(['{"r":0}', '{"r":2}', '{"r":4}', '{"r":5}', '']);
  });

  it('shuffles by the seed: the same rows in another order, told by the manifest', async () => {
    await write({ order: 'shuffled', choice: { ratio: 50, onlyClose: false } });
    const first = readFileSync(at('mixed.jsonl'), 'utf8');
    expect(
      manifest().rows.map(({ from, line }) => (from === 'real' ? REAL : GENERATED)[line - 1]),
    ).toEqual(first.trimEnd().split('\n'));
    await write({ order: 'shuffled' });
    expect(readFileSync(at('mixed.jsonl'), 'utf8')).toBe(first);
    await write();
    expect(readFileSync(at('mixed.jsonl'), 'utf8').split('\n').sort()).toEqual(
      first.split('\n').sort(),
    );
  });

  it('takes close rows only where asked, and says when there are too few', async () => {
    await write({ choice: { ratio: 25, onlyClose: true } });
    expect(manifest().rows[0]).toEqual({ from: 'generated', line: 4 });
    await expect(write({ choice: { ratio: 50, onlyClose: true } })).rejects.toMatchObject({
      code: 'mixture-too-large',
      message: '50% of 4 rows are 2 generated ones, but only 1 is close to the real rows.',
    });
  });

  it('never writes over one of the files, also under another name', async () => {
    symlinkSync(at('real.jsonl'), at('link.jsonl'));
    for (const name of ['generated.jsonl', 'real.jsonl', 'link.jsonl']) {
      await expect(write({ targetPath: at(name) })).rejects.toMatchObject({ code: 'not-writable' });
    }
    expect(readFileSync(at('real.jsonl'), 'utf8')).toBe(REAL.join('\n'));
  });

  it('leaves what stood there, and nothing else, when it is cancelled or a file has changed', async () => {
    writeFileSync(at('mixed.jsonl'), 'before');
    const own = environment();
    requestCancel(own.cancelFlag);
    await expect(write({}, own)).rejects.toMatchObject({ code: 'cancelled' });
    const before = request();
    writeFileSync(at('real.jsonl'), `${REAL.join('\n')}\n`);
    await expect(
      Promise.resolve().then(() => writeMixture(before, environment())),
    ).rejects.toMatchObject({ code: 'file-changed' });
    expect(readFileSync(at('mixed.jsonl'), 'utf8')).toBe('before');
    expect(readdirSync(folder).sort()).toEqual(['generated.jsonl', 'mixed.jsonl', 'real.jsonl']);
    expect(existsSync(at('mixed.jsonl.manifest.json'))).toBe(false);
  });

  it('leaves what stood there where the manifest cannot be written', async () => {
    writeFileSync(at('mixed.jsonl'), 'before');
    mkdirSync(at('mixed.jsonl.manifest.json'));
    await expect(
      Promise.resolve().then(() => writeMixture(request(), environment())),
    ).rejects.toMatchObject({ code: 'not-writable' });
    expect(readFileSync(at('mixed.jsonl'), 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
