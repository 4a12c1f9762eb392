import { describe, expect, it } from 'vitest';
import type { AnalysisError } from '../../../src/data/analysisError.ts';
import { faultWithoutWords } from '../../../src/data/faultWithoutWords.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';
import { failure } from './inputs/readConverted.ts';

const WORD = 'TOPSECRET';

const told = async (failed: Promise<unknown>) => {
  const fault = (await failed) as AnalysisError;
  expect(fault.message).toContain(WORD);
  const without = faultWithoutWords(fault);
  expect(without.code).toBe(fault.code);
  expect(JSON.stringify(without.sentence)).not.toContain(WORD);
  return without.message;
};
const inspected = (text: string) =>
  inspectInline(memorySource(text)).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the fault of a whole file without its words', () => {
  it('says what was expected on a line, and not what was found', async () => {
    expect(await told(inspected(`${WORD} inside\n`))).toContain(
      "1 line was not usable; line 1: Expected a JSON object, found '…'.",
    );
    expect(await told(inspected(`{"a":1,"messages":[{"${WORD}":1,"role":"${WORD}"}]}\n`))).toMatch(
      /^The file has no usable row\. 1 line was not usable; line 1: /u,
    );
  });

  it('names no column and no list', async () => {
    const row = `${WORD},${WORD}\n`;
    expect(await told(failure('a.csv', row))).toContain('two columns are named "…"');
    const lists = `{"${WORD}A":[{"n":1}],"${WORD}B":[{"n":1}]}`;
    expect(await told(failure('a.json', lists))).toContain('one object with several (…)');
  });

  it('keeps the names of files', async () => {
    const fault = (await failure('a.json', '{"name":"a"}')) as AnalysisError;
    expect(faultWithoutWords(fault).message).toBe(fault.message);
  });
});
