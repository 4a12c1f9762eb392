import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readExcerpts } from '../../../src/data/readExcerpts.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-excerpts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = [
  '{"prompt":"Warum ist der Himmel blau?","completion":"Streuung."}',
  '{"prompt": broken',
  '',
  `{"prompt":"${'long '.repeat(20_000)}","completion":"x"}`,
  '{"messages":[{"role":"assistant","content":"Nur eine Antwort."}]}',
];

function source(text: string) {
  const path = join(folder, 'rows.jsonl');
  writeFileSync(path, text);
  const bytes = Buffer.from(text);
  const starts = [0];
  for (const [offset, byte] of bytes.entries()) if (byte === 0x0a) starts.push(offset + 1);
  return {
    source: { kind: 'file', path } as const,
    lineStarts: Float64Array.from([...starts, bytes.length]),
    selection: {},
  };
}

describe('readExcerpts', () => {
  const text = ROWS.join('\n');

  test('shows the instruction, else the response, else the line as it stands', async () => {
    const excerpts = await readExcerpts(source(text), [1, 2, 3, 5]);
    expect(excerpts).toEqual([
      'Warum ist der Himmel blau?',
      '{"prompt": broken',
      '',
      'Nur eine Antwort.',
    ]);
  });

  test('leaves out a system prompt, which all rows may share, where something follows it', async () => {
    const system = { role: 'system', content: 'You are helpful.' };
    const asked = { role: 'user', content: 'Where is my parcel?' };
    const answer = { role: 'assistant', content: 'On its way.' };
    const rows = [
      { messages: [system, asked, answer] },
      { messages: [{ ...system, role: 'developer' }, asked] },
      { system: 'You are helpful.', conversations: [{ from: 'human', value: 'And now?' }] },
      { messages: [system, answer] },
    ];
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    expect(await readExcerpts(source(lines), [1, 2, 3, 4])).toEqual([
      'Where is my parcel?',
      'Where is my parcel?',
      'And now?',
      'You are helpful.',
    ]);
  });

  test('shows the field that the person chose', async () => {
    const chosen = { ...source(text), selection: { instruction: 'completion' } };
    expect(await readExcerpts(chosen, [1])).toEqual(['Streuung.']);
  });

  test('reads only the start of a long row', async () => {
    const [excerpt] = await readExcerpts(source(text), [4]);
    expect(excerpt?.startsWith('{"prompt":"long long')).toBe(true);
    expect(excerpt?.length).toBe(8 * 1024);
  });

  test('reads the same from memory', async () => {
    const bytes = Buffer.from(text);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const memory = { kind: 'memory', path: 'untitled', bytes: shared } as const;
    const fromFile = await readExcerpts(source(text), [1, 2, 4]);
    expect(await readExcerpts({ ...source(text), source: memory }, [1, 2, 4])).toEqual(fromFile);
  });

  test('a byte-order mark does not belong to the first row', async () => {
    expect(await readExcerpts(source(`\ufeff${ROWS[0] ?? ''}`), [1])).toEqual([
      'Warum ist der Himmel blau?',
    ]);
  });

  test('says nothing of lines and files that are gone', async () => {
    expect(await readExcerpts(source(text), [99])).toEqual(['']);
    const gone = { kind: 'file', path: join(folder, 'gone.jsonl') } as const;
    expect(await readExcerpts({ ...source(text), source: gone }, [1])).toEqual(['']);
  });
});
