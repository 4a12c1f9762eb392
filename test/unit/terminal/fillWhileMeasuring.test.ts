import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { experimentsCommand } from '../../../src/terminal/experimentsCommand.ts';
import type { TerminalContext } from '../../../src/terminal/terminalContext.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';

let folder: string;
let table: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-'));
  table = join(folder, 'runs.csv');
  writeFileSync(join(folder, 'a.jsonl'), '{}\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps what a person writes into the table while its data sets are measured', async () => {
  writeFileSync(table, 'data,micro-response,score\na.jsonl,,\n');
  const cells = { 'micro-response': '7' };
  const stream = { write: (_: string, onTaken?: () => void) => onTaken?.() };
  const context = {
    ...{ stdout: stream, stderr: stream },
    wording: createTerminalWording((english) => english, 'en'),
    workers: {
      runJob(_: string, __: unknown, listener: { onUpdate(update: object): void }) {
        writeFileSync(table, 'data,micro-response,score\nb.jsonl,3,4\na.jsonl,,5\n');
        listener.onUpdate({
          line: 2,
          data: 'a.jsonl',
          measured: { run: { data: 'a.jsonl', cells }, missing: [] },
        });
        return { result: Promise.resolve(), cancel: () => undefined };
      },
    },
    packageFolder: '',
  } as unknown as TerminalContext;
  await experimentsCommand.run([table, '--fill'], context);
  expect(readFileSync(table, 'utf8')).toBe('data,micro-response,score\nb.jsonl,3,4\na.jsonl,7,5\n');
});
