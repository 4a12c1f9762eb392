import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { convertInput } from '../../../../src/data/inputs/convertInput.ts';
import { leftOutFiles } from '../../../../src/engine/leftOutFiles.ts';
import { placeOf } from '../../../../src/data/inputs/inputPart.ts';
import { withConverted } from '../../../support/withConverted.ts';
import { writeParquet } from '../../../support/writeParquet.ts';
import { failure, readFile, rowsOf } from './readConverted.ts';

const fails = (name: string, content: string | Uint8Array) =>
  expect(failure(name, content)).resolves;
const saying = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
});

describe('Parquet', () => {
  it('reads lists, structs, dates, decimals, large integers and bytes, group by group', async () => {
    const bytes = writeParquet(
      [
        { name: 'text', type: 'STRING', data: ['a', 'あ', null] },
        { name: 'id', type: 'INT64', data: [1n, 2n ** 60n, 3n] },
        { name: 'at', type: 'TIMESTAMP', data: [0, 1, 2].map((day) => new Date(day * 86400000)) },
        {
          name: 'image',
          type: 'BYTE_ARRAY',
          data: [Uint8Array.of(0xff, 0), Uint8Array.of(0x61), Uint8Array.of()],
        },
        { name: 'more', type: 'JSON', data: [{ tags: ['x', 'y'] }, [1], { n: null }] },
        { name: 'share', type: 'DOUBLE', data: [0.5, Number.NaN, -1] },
      ],
      { rowGroupSize: 2 },
    );
    const { rows, parts } = await readFile('a.parquet', bytes);
    expect(rows).toEqual([
      [
        1,
        {
          text: 'a',
          id: 1,
          at: '1970-01-01T00:00:00.000Z',
          image: { base64: '/wA=' },
          more: { tags: ['x', 'y'] },
          share: 0.5,
        },
      ],
      [
        2,
        {
          text: 'あ',
          id: '1152921504606846976',
          at: '1970-01-02T00:00:00.000Z',
          image: 'a',
          more: [1],
          share: null,
        },
      ],
      [3, { id: 3, at: '1970-01-03T00:00:00.000Z', image: '', more: { n: null }, share: -1 }],
    ]);
    expect(parts).toMatchObject([{ format: 'parquet', counted: 'records', lines: 3 }]);
  });

  it('knows it by its first bytes, and unpacks it', async () => {
    const bytes = writeParquet([{ name: 'text', type: 'STRING', data: ['a', 'b'] }]);
    const rows = [
      [1, { text: 'a' }],
      [2, { text: 'b' }],
    ];
    expect((await readFile('data', bytes)).rows).toEqual(rows);
    expect((await readFile('a.parquet.gz', gzipSync(bytes))).rows).toEqual(rows);
  });

  it('says in a sentence what it cannot read', async () => {
    const bytes = writeParquet([{ name: 'text', type: 'STRING', data: ['a', 'b'] }]);
    await fails('a.parquet', bytes.subarray(0, -9)).toMatchObject(
      saying('unusable-input', /no whole Parquet file/u),
    );
    const encrypted = Buffer.from(bytes);
    encrypted.write('PARE', 0);
    encrypted.write('PARE', encrypted.length - 4);
    await fails('a.parquet', encrypted).toMatchObject(
      saying('unusable-input', /encrypted Parquet file/u),
    );
    const packed = writeParquet([{ name: 'text', type: 'STRING', data: ['a', 'b'] }], {
      codec: 'LZO',
      compressors: { LZO: (input) => input },
    });
    await fails('a.parquet', packed).toMatchObject(
      saying('unusable-input', /unsupported compression codec: LZO/u),
    );
  });
});

describe('compressed files', () => {
  const lines = '{"text":"a"}\n\n{"text":"b"}';
  const zstd = (content: string | Uint8Array, ...words: string[]): Uint8Array => {
    const { stdout, status } = spawnSync('zstd', ['-qc', ...words], {
      input: content,
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error('zstd is not there');
    return stdout;
  };
  const hasZstd = spawnSync('zstd', ['--version']).status === 0;

  it('unpacks gzip of several members, also under a name that does not say so', async () => {
    const rows = [
      [1, { text: 'a' }],
      [3, { text: 'b' }],
    ];
    const members = Buffer.concat([gzipSync(lines.slice(0, 5)), gzipSync(lines.slice(5))]);
    const { rows: read, parts } = await readFile('a.jsonl', members);
    expect(read).toEqual(rows);
    expect(parts).toMatchObject([{ format: 'jsonl', compression: 'gzip', lines: 3 }]);
    expect((await readFile('a.jsonl.gz', gzipSync(lines))).rows).toEqual(rows);
  });

  it('says that gzip is cut off or damaged', async () => {
    const packed = gzipSync(lines);
    await fails('a.jsonl.gz', packed.subarray(0, -9)).toMatchObject(
      saying('unusable-input', /a\.jsonl\.gz is cut off/u),
    );
    const damaged = Buffer.from(packed);
    damaged.fill(0xaa, 12, 20);
    await fails('a.jsonl.gz', damaged).toMatchObject(saying('unusable-input', /is damaged/u));
  });

  it.skipIf(!hasZstd)('unpacks zstd of several frames, and says where it is cut off', async () => {
    const rows = [
      [1, { text: 'a' }],
      [3, { text: 'b' }],
    ];
    const frames = Buffer.concat([zstd(lines.slice(0, 5)), zstd(lines.slice(5), '-19', '--check')]);
    expect((await readFile('a.jsonl.zst', frames)).rows).toEqual(rows);
    const long = `${JSON.stringify({ text: Array.from({ length: 50_000 }, (_, at) => at).join(' ') })}\n`;
    const packed = zstd(long);
    expect((await readFile('a.jsonl.zst', packed)).rows).toEqual([[1, JSON.parse(long)]]);
    await fails('a.jsonl.zst', packed.subarray(0, -100)).toMatchObject(
      saying('unusable-input', /a\.jsonl\.zst is cut off/u),
    );
  });

  it('refuses a zstd window that no data set needs', async () => {
    const huge = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 0, 0, 0, 0, 0, 0]);
    // One segment of 11 bytes, as they are, in one block; then a frame that decoders skip.
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 11, 0x59, 0, 0]);
    const small = Buffer.concat([header, Buffer.from('{"text":1}\n')]);
    const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 0xff, 0xff, 0xff]);
    // pzstd writes one before each frame.
    for (const good of [
      [small, skipped],
      [skipped, small, skipped, small],
    ]) {
      const { rows, parts } = await readFile('a.jsonl', Buffer.concat(good));
      expect(rows).toEqual(
        good
          .flatMap((frame) => (frame === small ? [{ text: 1 }] : []))
          .map((row, at) => [at + 1, row]),
      );
      expect(parts).toMatchObject([{ compression: 'zstd' }]);
    }
    for (const before of [[], [small], [small, skipped]]) {
      await fails('a.jsonl.zst', Buffer.concat([...before, huge])).toMatchObject(
        saying('unusable-input', /window of more than 128 MiB/u),
      );
    }
  });

  it('stops at a file that is made to fill the disk', { tags: 'slow' }, async () => {
    const bomb = gzipSync(Buffer.alloc(257 << 20, ' '), { level: 1 });
    await fails('a.jsonl.gz', bomb).toMatchObject(
      saying('unusable-input', /more than 200 times its size/u),
    );
  });
});

describe('a folder of shards', () => {
  it('reads all files in natural order of their names as one data set', async () => {
    const files = {
      'part-10.csv': 'text\nd\n',
      'part-2.jsonl': '\ufeff{"text":"b"}\n{"text":"c"}',
      'part-1.jsonl.gz': gzipSync('{"text":"a"}\n'),
      'part-3.jsonl': '',
      'dataset_info.json': '{"features":{}}',
      'README.md': '# text',
      '.hidden.jsonl': '{"text":"no"}',
      'more/part-4.jsonl': '{"text":"no"}',
    };
    await withConverted(files, '', (source) => {
      expect(rowsOf(source)).toEqual([
        [1, { text: 'a' }],
        [2, { text: 'b' }],
        [3, { text: 'c' }],
        [5, { text: 'd' }],
      ]);
      if (source.kind !== 'converted') throw new Error('was not converted');
      expect(source.parts.map(({ path, linesBefore }) => [path, linesBefore])).toEqual([
        ['part-1.jsonl.gz', 0],
        ['part-2.jsonl', 1],
        ['part-10.csv', 3],
      ]);
      const places = [1, 3, 5].map((line) => placeOf(source.parts, line));
      expect(places.map((place) => place && [place.part.path, place.line])).toEqual([
        ['part-1.jsonl.gz', 1],
        ['part-2.jsonl', 2],
        ['part-10.csv', 2],
      ]);
    });
  });

  it('reads files of JSON beside others where they hold records, and names those that hold none', async () => {
    const files = {
      'a.json': '[{"text":"a"}]',
      'b.json.gz': gzipSync('{"version":1,"data":[{"text":"b"}]}'),
      'c.json': '{"text":"c"}\n{"text":"d"}\n',
      'dataset_infos.json': '{"default":{"features":[{"name":"text"}]}}',
      'labels.json': '["good","bad"]',
      'z.manifest.json': '{"strataVersion":"0.1.0","chosen":[{"line":1,"reason":"random"}]}',
      'z.jsonl': '{"text":"e"}\n',
    };
    await withConverted(files, '', (source) => {
      expect(rowsOf(source).map(([, row]) => row)).toEqual(
        ['a', 'b', 'c', 'd', 'e'].map((text) => ({ text })),
      );
      expect(source).toMatchObject({
        leftOut: ['dataset_infos.json', 'labels.json', 'z.manifest.json'],
      });
      expect(leftOutFiles(source)).toMatchObject([{ what: 'left-out-files', used: 4, of: 7 }]);
    });
  });

  it('takes JSON where nothing else is there, and names the file that is at fault', async () => {
    const good = { 'a.json': '[{"n":1}]', 'package.json': '{"name":"a"}' };
    const rows = await withConverted(good, '', rowsOf);
    expect(rows).toEqual([[1, { n: 1 }]]);
    await expect(withConverted({ ...good, 'b.json': '[' }, '', rowsOf)).rejects.toMatchObject(
      saying('unusable-input', /b\.json is cut off/u),
    );
    const utf16 = { ...good, 'c.jsonl': Buffer.from('\ufeff{"n":1}\n', 'utf16le') };
    await expect(withConverted(utf16, '', rowsOf)).rejects.toMatchObject(
      saying('utf-16', /c\.jsonl: The file is UTF-16 and Strata reads UTF-8/u),
    );
    await expect(withConverted({ 'a.txt': 'a', 'b.json': '{}' }, '', rowsOf)).rejects.toMatchObject(
      saying('unusable-input', /holds no data: looked for/u),
    );
  });
});

describe('while it converts', () => {
  // Several of the blocks in which a file is read.
  const rows = 'text\n'.concat(`${'word '.repeat(200)}\n`.repeat(3_000));

  it('tells how far it is, and stops when it is told to', async () => {
    const shares: number[] = [];
    await withConverted({ 'a.csv': rows }, 'a.csv', () => undefined, {
      onProgress: (share) => shares.push(share),
    });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const stopping = withConverted({ 'a.csv': rows }, 'a.csv', () => undefined, {
      checkpoint() {
        throw new RangeError('stop');
      },
    });
    await expect(stopping).rejects.toThrow('stop');
  });

  it('notices that the file changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
    const path = join(folder, 'a.csv');
    writeFileSync(path, rows);
    const changing = convertInput({ kind: 'file', path }, folder, {
      onProgress: () => appendFileSync(path, 'x\n'),
      checkpoint: () => undefined,
    });
    await expect(changing).rejects.toMatchObject({ code: 'file-changed' });
    rmSync(folder, { recursive: true });
  });
});
