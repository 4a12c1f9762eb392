import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../src/engine/cancellation.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const row = (instruction: string, output: string) => JSON.stringify({ instruction, output });
const lines = (...texts: string[]) => memorySource(texts.join('\n'));

const utf32 = (text: string) =>
  Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0)!).buffer);

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
      brokenLines: {
        rowErrorCount: 2,
        rowErrors: [
          { line: 1, code: 'not-an-object' },
          { line: 2, code: 'no-text' },
        ],
      },
    });
    await expect(inspectInline(memorySource(' \n\n'))).rejects.toMatchObject({
      code: 'no-usable-row',
    });
  });

  it('says which rows it looks for where no line is one', async () => {
    await expect(inspectInline(lines('[', '{"text":"a"},', ']'))).rejects.toMatchObject({
      message: expect.stringContaining('{"messages": […]}') as string,
    });
    await expect(inspectInline(lines('{}', '{"text":""}'))).rejects.toMatchObject({
      message: expect.stringMatching(
        /2 lines .*line 1: Expected messages, conversations/,
      ) as string,
    });
  });

  it.each([
    ['a JSON array in one line', '[{"text":"a"},{"text":"b"}]', 'JSON array'],
    ['a JSON array over several lines', '\ufeff[\n  {\n    "text": "a"\n  }\n]\n', 'JSON array'],
    ['lines that end with CR alone', '{"text":"a"}\r{"text":"b"}\r', 'carriage return'],
    ['records over several lines', '{\r\n  "text": "a"\r\n}\r\n{\r\n', 'over several lines'],
    ['a record that goes on', '{"text": "a",\n "tags": ["b"]}\n', 'over several lines'],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d\n', 'git lfs pull'],
    ['numbers that are none', '{"text":"a","score":NaN}\n{"text":"b","score":NaN}\n', 'write null'],
    ['an infinite number', '{"text":"a","range":[0, -Infinity]}\n', 'write null'],
    ['what Python shows of its dicts', "{'text': 'a'}\n{'text': 'b'}\n", 'json.dumps'],
  ])('says of %s what it is, and what to do', async (_name, content, form) => {
    await expect(inspectInline(memorySource(content))).rejects.toMatchObject({
      code: 'no-usable-row',
      message: expect.stringContaining(form) as string,
    });
  });

  it('says of a line with another fault only what that is, whatever its texts say', async () => {
    await expect(
      inspectInline(memorySource('{"text":"is it 1, NaN, or 2","score":.5}\n')),
    ).rejects.toThrow(/line 1: Expected a value after ':'/);
  });

  it('says of text in another encoding how to save it, and of other bytes where they are', async () => {
    // 自転車 in Shift_JIS.
    const shiftJis = Buffer.from('{"text":"\x8e\xa9\x93\x5d\x8e\xd4"}\n', 'latin1');
    await expect(inspectInline(memorySource(Buffer.concat([shiftJis, shiftJis])))).rejects.toThrow(
      /another encoding, such as Shift_JIS/,
    );
    const packed = Buffer.from('\x28\xb5\x2f\xfd\0\x02\n', 'latin1');
    await expect(inspectInline(memorySource(packed))).rejects.toThrow(/1 line .*0xB5 at byte 2/);
    const other = Buffer.from('{"text":}\n');
    await expect(inspectInline(memorySource(Buffer.concat([shiftJis, other])))).rejects.toThrow(
      /2 lines .*0x8E at byte 10/,
    );
  });

  it('says of lines that are arrays of turns that each has to be an object', async () => {
    const turns = JSON.stringify([
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'b' },
    ]);
    for (const chosen of [{}, { lines: [{ fromLine: 0, toLine: 1 }] }]) {
      await expect(inspectInline(lines(turns, turns), chosen)).rejects.toMatchObject({
        code: 'no-usable-row',
        message: expect.stringMatching(
          /line 1: Expected a JSON object, found an array\. Each line .*\{"messages": \[…\]\}/u,
        ) as string,
      });
    }
  });

  it(
    'counts broken lines by the thousand, and tells the first thousand of them',
    { tags: 'slow' },
    async () => {
      const broken = Array.from({ length: 20_000 }, (_, at) => `{"text": "cut off ${at}`);
      const { report } = await inspectInline(lines(...broken, '{"text":"whole"}'));
      expect(report.file).toMatchObject({ rows: 1, lines: 20_001, rowErrorCount: 20_000 });
      expect(report.file.rowErrors.map(({ line }) => line)).toEqual(
        Array.from({ length: 1000 }, (_, at) => at + 1),
      );
    },
  );

  it('passes over a million blank lines', async () => {
    const { report } = await inspectInline(memorySource(`${'\n'.repeat(1e6)}{"text":"a"}\n`));
    expect(report.file).toMatchObject({ rows: 1, lines: 1_000_001, blankLines: 1_000_000 });
    expect(report.levels.micro.instruction.rows).toBe(1);
  });

  it('reads values nested a hundred thousand deep, and keys that every object has', async () => {
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    const { report } = await inspectInline(
      lines(
        `{"text":"deep","more":${deep}}`,
        `{"messages":${deep}}`,
        '{"text":"own","__proto__":{"text":"p"},"constructor":"c","label":"__proto__"}',
        '{"text":"again","label":"constructor"}',
        '{"text":"and again","label":"__proto__"}',
      ),
    );
    expect(report.file.rowErrors.map(({ line, code }) => [line, code])).toEqual([[2, 'no-text']]);
    expect(report.fields).toMatchObject({ instruction: 'text', tags: 'label' });
    expect(report.levels.meso.instruction).toMatchObject({
      kinds: 2,
      top: [
        { name: '__proto__', count: 2 },
        { name: 'constructor', count: 1 },
      ],
    });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('links rows of one template into one cluster', { tags: 'slow' }, async () => {
    const { report } = await inspectInline(
      lines(
        ...Array.from({ length: 1500 }, (_, at) =>
          row(
            `Please tell me when my order number ${at} will arrive at my new address in the city.`,
            'It has left the warehouse and will reach you within the next two working days.',
          ),
        ),
      ),
    );
    const { exactClusters, fuzzyClusters, allPairsListed, rows } = report.nearDuplicates;
    expect(exactClusters).toEqual([]);
    expect(fuzzyClusters).toHaveLength(1);
    expect(fuzzyClusters[0]!.lines).toHaveLength(1500);
    expect(rows).toBe(1500);
    // 1,500 rows have 1.1 million pairs: the list ends at a million.
    expect(allPairsListed).toBe(false);
  });

  it.each([
    ['an empty file', '', 'empty-file'],
    ['UTF-16', Buffer.from('\ufeff{"text":"a"}\n', 'utf16le'), 'utf-16'],
    ['UTF-32', utf32('\ufeff{"text":"a"}\n'), 'utf-32'],
    ['UTF-32 without a mark', utf32('{"text":"a"}\n'), 'utf-32'],
    ['UTF-32, big end first', utf32('\ufeff{"text":"a"}\n').swap32(), 'utf-32'],
    ['UTF-32, big end first, without a mark', utf32('{"text":"a"}\n').swap32(), 'utf-32'],
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

  it(
    'measures a line of 10 MB, lone surrogates, control characters and script as text',
    { tags: 'slow' },
    async () => {
      const { report } = await inspectInline(
        lines(
          row('long', 'word '.repeat(2 << 20)),
          '{"instruction":"\\ud800 lone","output":"\\u0000 </script><script>alert(1)</script>"}',
          row('line\u2028separators\u2029and\u0085next', 'fine'),
        ),
      );
      expect(report.file).toMatchObject({ lines: 3, rows: 3, rowErrorCount: 0 });
      expect(() => structuredClone(report)).not.toThrow();
    },
  );

  it('finds thousands of equal rows as one cluster', { tags: 'slow' }, async () => {
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

  it('notices that the file was taken away, cut or overwritten while it was read', async () => {
    const path = join(folder, 'changing.jsonl');
    const content = `${row('one', 'a')}\n${row('two', 'b')}\n`;
    const changes = [
      () => rmSync(path),
      () => truncateSync(path, 10),
      () => writeFileSync(path, 'x\n'.repeat(content.length / 2)),
    ];
    for (const change of changes) {
      writeFileSync(path, content);
      let isChanged = false;
      const onPartial = () => {
        if (!isChanged) change();
        isChanged = true;
      };
      await expect(inspectInline({ kind: 'file', path }, {}, { onPartial })).rejects.toMatchObject({
        code: 'file-changed',
      });
    }
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
