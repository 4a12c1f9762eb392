import { describe, expect, it } from 'vitest';
import { AnalysisError } from '../../../src/data/analysisError.ts';
import { serializeError, toAnalysisError } from '../../../src/engine/serializedError.ts';

describe('serializeError', () => {
  it('carries the code and message of an AnalysisError to another thread and back', () => {
    const error = new AnalysisError('utf-16', 'The file is UTF-16.');
    const back = toAnalysisError(structuredClone(serializeError(error)));
    expect(back).toBeInstanceOf(AnalysisError);
    expect(back).toMatchObject({ code: 'utf-16', message: 'The file is UTF-16.' });
  });

  it('tells memory that could not be had from a fault of the program', () => {
    expect(serializeError(new RangeError('Array buffer allocation failed')).code).toBe(
      'out-of-memory',
    );
    expect(serializeError(new TypeError('x is not a function'))).toMatchObject({
      code: 'worker-died',
      message: expect.stringContaining('x is not a function') as string,
    });
    expect(serializeError('thrown text').message).toContain('thrown text');
  });
});
