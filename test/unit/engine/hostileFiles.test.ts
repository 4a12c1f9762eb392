import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../src/engine/cancellation.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const row = (instruction: string, output: string) => JSON.stringify({ instruction, output });
const lines = (...texts: string[]) => memorySource(texts.join('\n'));

describe('an inspection of a hostile file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells each broken line with its number and measures the others', async () => {
    const { report } = await inspectInline(
      lines(row('one', 'a'), '{"instruction": "two"', '', '[1]', '{}', 'plain', row('three', 'b')),
    );
    expect(report.file).toMatchObject({ lines: 7, rows: 2, blankLines: 1, rowErrorCount: 4 });
    expect(report.file.rowErrors.map(({ line, code }) => [line, code])).toEqual([
      [2, 'invalid-json'],
      [4, 'not-an-object'],
      [5, 'no-text'],
      [6, 'invalid-json'],
    ]);
  });

  it('says of a file without a usable row what stood there', async () => {
    await expect(inspectInline(lines('[]', '{}'))).rejects.toMatchObject({
      code: 'no-usable-row',
      message: expect.stringMatching(/no usable row.*line 1/) as string,
    });
    await expect(inspectInline(memorySource(' \n\n'))).rejects.toMatchObject({
      code: 'no-usable-row',
    });
  });

  it.each([
    ['an empty file', '', 'empty-file'],
    ['UTF-16', Buffer.from('\ufeff{"text":"a"}\n', 'utf16le'), 'utf-16'],
  ])('refuses %s with its own code', async (_name, content, code) => {
    await expect(inspectInline(memorySource(content))).rejects.toMatchObject({ code });
  });

  it('refuses a folder and a file that is not there', async () => {
    await expect(inspectInline({ kind: 'file', path: folder })).rejects.toMatchObject({
      code: 'is-a-directory',
    });
    await expect(
      inspectInline({ kind: 'file', path: join(folder, 'none.jsonl') }),
    ).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('measures one row, and says what one row cannot tell', async () => {
    const { report } = await inspectInline(lines(row('Write a poem.', 'Roses.')));
    expect(report.file.rows).toBe(1);
    expect(report.levels.macro.instruction).not.toHaveProperty('meanCosineDistance');
    expect(report.offDistribution).toEqual([]);
    expect(report.nearDuplicates.exactClusters).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  it('measures a line of 10 MB, lone surrogates, control characters and script as text', async () => {
    const { report } = await inspectInline(
      lines(
        row('long', 'word '.repeat(2 << 20)),
        '{"instruction":"\\ud800 lone","output":"\\u0000 </script><script>alert(1)</script>"}',
        row('line\u2028separators\u2029and\u0085next', 'fine'),
      ),
    );
    expect(report.file).toMatchObject({ lines: 3, rows: 3, rowErrorCount: 0 });
    expect(() => structuredClone(report)).not.toThrow();
  });

  it('finds thousands of equal rows as one cluster', async () => {
    const { report } = await inspectInline(
      lines(...Array.from({ length: 5000 }, () => row('Say hello.', 'Hello, how are you today?'))),
    );
    expect(report.nearDuplicates.exactClusters).toHaveLength(1);
    expect(report.nearDuplicates.exactClusters[0]?.lines).toHaveLength(5000);
    expect(report.nearDuplicates.fuzzyClusters).toEqual([]);
    expect(report.nearDuplicates.rows).toBe(5000);
  });

  it('notices that the file changed while it was read', async () => {
    const path = join(folder, 'growing.jsonl');
    writeFileSync(path, `${row('one', 'a')}\n${row('two', 'b')}\n`);
    let grown = false;
    const result = inspectInline(
      { kind: 'file', path },
      {},
      {
        onPartial: () => {
          if (!grown) writeFileSync(path, `${row('three', 'c')}\n`.repeat(9));
          grown = true;
        },
      },
    );
    await expect(result).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('stops when it is cancelled', async () => {
    const cancelFlag = createCancelFlag();
    const result = inspectInline(
      lines(row('one', 'a'), row('two', 'b')),
      {},
      { cancelFlag, onPartial: () => requestCancel(cancelFlag) },
    );
    await expect(result).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is the same for CRLF, a byte-order mark and no final newline', async () => {
    const texts = [row('Sort a list.', 'Use sort.'), row('Name a river.', 'The Rhine.')];
    const plain = await inspectInline(memorySource(`${texts.join('\n')}\n`));
    for (const content of [texts.join('\r\n'), `\ufeff${texts.join('\n')}`, texts.join('\n')]) {
      const { report } = await inspectInline(memorySource(content));
      expect(report.levels).toEqual(plain.report.levels);
      expect(report.file.rowErrorCount).toBe(0);
    }
  });
});
