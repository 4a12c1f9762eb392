import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/data/byteReader.ts';
import { planFields } from '../../../src/data/fieldPlan.ts';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { createCancelFlag, requestCancel } from '../../../src/engine/cancellation.ts';
import { createTaskContext } from '../../../src/engine/taskContext.ts';
import { copyLines } from '../../../src/engine/tasks/copyLines.ts';
import { hashRows } from '../../../src/engine/tasks/hashRows.ts';
import { readableRecord } from '../../../src/engine/tasks/readableRecord.ts';
import { withConverted } from '../../support/withConverted.ts';

const assetsFolder = fileURLToPath(new URL('../../../media', import.meta.url));

describe('rows read back from an inspected file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const open = (text: string) => {
    const path = join(folder, 'source.jsonl');
    writeFileSync(path, text);
    const source = { kind: 'file', path } as const;
    const reader = openBytes(source);
    const { lineStarts } = indexLines(reader);
    reader.close();
    const plan = planFields([], {});
    return createTaskContext({
      source,
      lineStarts,
      plan,
      cancelFlag: createCancelFlag(),
      assetsFolder,
    });
  };
  const copyParams = (kept: readonly number[]) => ({
    kept: Uint8Array.from(kept),
    targetPath: join(folder, 'copy.jsonl'),
    manifest: { strataVersion: '0.0.0' },
    cancelFlag: createCancelFlag(),
    bytesDone: new Float64Array(new SharedArrayBuffer(8)),
  });
  const copied = () => readFileSync(join(folder, 'copy.jsonl'), 'utf8');

  it('are copied byte for byte, broken lines, CRLF and a missing last line feed as they are', () => {
    const context = open('{"a":1}\r\n{"b":\n\n{"c":3}  \nlast');
    const result = copyLines(context, copyParams([1, 1, 0, 1, 1]));
    expect(copied()).toBe('{"a":1}\r\n{"b":\n{"c":3}  \nlast');
    expect(result).toEqual({ lines: 4, bytes: copied().length });
    expect(JSON.parse(readFileSync(join(folder, 'copy.jsonl.manifest.json'), 'utf8'))).toEqual({
      strataVersion: '0.0.0',
      keptLines: 4,
    });
  });

  it('are not read of a file that has another length since', () => {
    const context = open('{"a":1}\n{"b":2}\n');
    writeFileSync(join(folder, 'source.jsonl'), '{"first":0}\n{"a":1}\n{"b":2}\n');
    rmSync(join(folder, 'copy.jsonl'), { force: true });
    expect(() => copyLines(context, copyParams([1, 0]))).toThrow(/changed since/);
    expect(existsSync(join(folder, 'copy.jsonl'))).toBe(false);
    expect(() => readableRecord(context, { line: 1, encoding: 'o200k_base' })).toThrow(
      /changed since/,
    );
  });

  it('are copied in any choice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z]{0,9}$/), fc.boolean()), { minLength: 1 }),
        (lines) => {
          const context = open(lines.map(([text]) => `${text}\n`).join(''));
          copyLines(context, copyParams(lines.map(([, isKept]) => Number(isKept))));
          expect(copied()).toBe(
            lines.flatMap(([text, isKept]) => (isKept ? `${text}\n` : [])).join(''),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leave nothing behind when the copy is cancelled, and what stood at the target stays', () => {
    const context = open('{"a":1}\n{"b":2}\n');
    const params = copyParams([1, 0]);
    writeFileSync(params.targetPath, 'older');
    requestCancel(params.cancelFlag);
    expect(() => copyLines(context, params)).toThrow('Cancelled');
    expect(copied()).toBe('older');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are not copied where the manifest cannot be written, and what stood at the target stays', () => {
    const context = open('{"a":1}\n{"b":2}\n');
    const params = { ...copyParams([1, 0]), targetPath: join(folder, 'other.jsonl') };
    writeFileSync(params.targetPath, 'older');
    mkdirSync(join(folder, 'other.jsonl.manifest.json'));
    expect(() => copyLines(context, params)).toThrow(
      /other\.jsonl\.manifest\.json could not be written/,
    );
    expect(readFileSync(params.targetPath, 'utf8')).toBe('older');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are not copied where the file changed meanwhile', () => {
    const context = open('{"a":1}\n{"b":2}\n');
    rmSync(join(folder, 'copy.jsonl'), { force: true });
    writeFileSync(join(folder, 'source.jsonl'), '{"a":1}\n');
    expect(() => copyLines(context, copyParams([1, 1]))).toThrow();
    expect(existsSync(join(folder, 'copy.jsonl'))).toBe(false);
  });

  it('tell in one sentence that the target cannot be written', () => {
    const context = open('{"a":1}\n');
    const params = { ...copyParams([1]), targetPath: join(folder, 'none', 'copy.jsonl') };
    expect(() => copyLines(context, params)).toThrow(
      /could not be written \(no such file or folder\)/,
    );
  });

  it('have one hash wherever they stand and whatever white space is around them', async () => {
    const context = open('{"a":1}\n {"a":1} \r\n{"a":2}\n');
    const [first, second, third] = await hashRows(context, { lines: [1, 2, 3] });
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('are shown with the tokens of each text', () => {
    const context = open('{"prompt":"Hello world","n":1}\nbroken\n');
    const record = readableRecord(context, { line: 1, encoding: 'o200k_base' });
    expect(record).toMatchObject({
      sections: [
        { label: 'prompt', text: 'Hello world', tokens: 2 },
        { label: 'n', text: '1' },
      ],
      json: '{\n  "prompt": "Hello world",\n  "n": 1\n}',
    });
    expect(readableRecord(context, { line: 2, encoding: 'o200k_base' })).toMatchObject({
      error: { code: 'invalid-json' },
    });
  });
});

it('writes of another format the records alone, as JSON lines', async () => {
  const content = 'text,label\n"one\ntwo",a\nbroken\nlast,b\n';
  await withConverted({ 'a.csv': content }, 'a.csv', (source, folder) => {
    const reader = openBytes(source);
    const { lineStarts, lineCount } = indexLines(reader);
    reader.close();
    const cancelFlag = createCancelFlag();
    const context = createTaskContext({
      source,
      lineStarts,
      plan: planFields([], {}),
      cancelFlag,
      assetsFolder,
    });
    const targetPath = join(folder, 'copy.jsonl');
    const kept = new Uint8Array(lineCount).fill(1);
    const bytesDone = new Float64Array(new SharedArrayBuffer(8));
    const { lines } = copyLines(context, {
      kept,
      targetPath,
      manifest: {},
      cancelFlag,
      bytesDone,
    });
    context.close();
    expect(lines).toBe(2);
    expect(readFileSync(targetPath, 'utf8')).toBe(
      '{"text":"one\\ntwo","label":"a"}\n{"text":"last","label":"b"}\n',
    );
  });
});
