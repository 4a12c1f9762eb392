import { describe, expect, it } from 'vitest';
import { isMeasured, type Report } from '../../../src/engine/report.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

async function levelsOf(rows: readonly object[]): Promise<Report['levels']> {
  const { report } = await inspectInline(memorySource(lines(rows)));
  return report.levels;
}

describe('instruction and response together', () => {
  it('counts the tokens of both, with n-grams within a field only', async () => {
    const { micro } = await levelsOf([
      { instruction: 'one two', output: 'three four' },
      { instruction: 'one two', output: 'three four' },
    ]);
    const { instruction, response, whole } = micro;
    if (!isMeasured(instruction) || !isMeasured(response) || !isMeasured(whole)) {
      throw new Error('not measured');
    }
    expect(whole.rows).toBe(2);
    expect(whole.tokens).toBe(instruction.tokens + response.tokens);
    expect(whole.types).toBe(instruction.types + response.types);
    expect(whole.length.mean).toBe(instruction.length.mean + response.length.mean);
    // Each field of two tokens has one pair, twice; a pair across the border would be a third one.
    expect(whole.distinct[1]).toBe(2 / 4);
    expect(whole.distinct[2]).toBeNull();
  });

  it('counts a kind that both fields have once in a row', async () => {
    const { meso } = await levelsOf([
      { instruction: 'Write a poem.', output: 'Write a poem. Read the book.' },
      { instruction: 'Write a poem.', output: 'Sing the song.' },
    ]);
    const { whole } = meso;
    if (!isMeasured(whole)) throw new Error('not measured');
    const counts = new Map(whole.top.map(({ name, count }) => [name, count]));
    expect(whole.rows).toBe(2);
    expect(counts.get('write poem')).toBe(2);
    expect(counts.get('sing song')).toBe(1);
  });

  it('counts the rows of either field where each row has another one', async () => {
    const { macro, meso, micro } = await levelsOf([
      { prompt: 'Why is the sky blue?' },
      { completion: 'Because air scatters blue light most.' },
    ]);
    expect(micro.instruction.rows + micro.response.rows).toBe(2);
    for (const level of [macro, meso, micro]) expect(level.whole.rows).toBe(2);
  });

  it.each(['text', 'completion'])('is the only field that a file has: %s', async (key) => {
    const levels = await levelsOf([
      { [key]: 'Why is the sky blue?' },
      { [key]: 'Bake some bread.' },
    ]);
    for (const level of [levels.macro, levels.meso, levels.micro]) {
      const field = isMeasured(level.instruction) ? level.instruction : level.response;
      expect(level.whole).toStrictEqual(field);
      expect(isMeasured(level.whole)).toBe(true);
      // The same object: it was not measured a second time. To the micro level its words are added afterwards.
      if (level !== levels.micro) expect(level.whole).toBe(field);
    }
  });
});
