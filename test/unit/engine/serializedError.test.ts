import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AnalysisError } from '../../../src/data/analysisError.ts';
import { serializeError, toAnalysisError } from '../../../src/engine/serializedError.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('serializeError', () => {
  it('carries the code and message of an AnalysisError to another thread and back', () => {
    const error = new AnalysisError('utf-16', 'The file is UTF-16.');
    const back = toAnalysisError(structuredClone(serializeError(error)));
    expect(back).toBeInstanceOf(AnalysisError);
    expect(back).toMatchObject({ code: 'utf-16', message: 'The file is UTF-16.' });
  });

  it('tells memory that could not be had from a fault of the program', () => {
    const ofThread = Object.assign(new Error('…'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    for (const error of [new RangeError('Array buffer allocation failed'), ofThread]) {
      expect(serializeError(error).code).toBe('out-of-memory');
    }
    expect(serializeError(new TypeError('x is not a function')).code).toBe('worker-died');
  });

  it('says in one sentence what nobody foresaw and where it arose, and keeps the stack for the log', () => {
    const error = new TypeError('x is not a function\nRequire stack:\n- y');
    const { message } = serializeError(error);
    expect(message).toMatch(
      /^Strata met .*: TypeError: x is not a function \(serializedError\.test\.ts:\d+:\d+\)$/u,
    );
    expect(toAnalysisError(structuredClone(serializeError(error))).stack).toBe(error.stack);
    expect(serializeError('thrown text').message).toMatch(/: thrown text$/u);
  });

  it('says in words why the file system refused', () => {
    const error = thrownBy(() => readFileSync('no/such/file'));
    expect(serializeError(error)).toMatchObject({
      message: 'Strata met a fault that it did not expect: no/such/file: no such file or folder',
      sentence: { values: [{ values: ['no/such/file', { values: [] }] }] },
    });
  });
});
