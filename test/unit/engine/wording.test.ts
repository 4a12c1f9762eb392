import { describe, expect, it } from 'vitest';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const names = ['Anna', 'Ben', 'Carla', 'David', 'Emma', 'Felix', 'Greta', 'Hugo'];

describe('the wording of a file', () => {
  it('has its recurringWording with lines, its languages and its words', async () => {
    const { report } = await inspectInline(
      memorySource(
        lines([
          ...names.map((name) => ({
            instruction: `Tell me about ${name}`,
            response: `As an AI language model, I do not know ${name} at all.`,
          })),
          { instruction: '猫について教えてください', response: '猫は小さな動物です。' },
          {
            instruction: 'def g(x):\n    return {x: [f(x)]}',
            response: 'def g(x):\n    return {x: [f(x)]}',
          },
        ]),
      ),
    );
    expect(report.recurringWording.response.list[0]).toEqual({
      text: 'As an AI language model, I do not know',
      rows: 8,
      share: 0.8,
      lines: [1, 2, 3, 4, 5],
    });
    expect(report.recurringWording.response).toMatchObject({ rows: 10, minRows: 5 });
    expect(report.recurringWording.instruction.list).toEqual([]);
    expect(report.languages).toEqual([
      { language: 'en', rows: 8, share: 0.8 },
      { language: 'ja', rows: 1, share: 0.1 },
      { language: 'zxx-x-code', rows: 1, share: 0.1 },
    ]);
    const { whole, response } = report.levels.micro;
    expect(response).toMatchObject({ words: { rows: 10 } });
    expect(whole).toMatchObject({ words: { rows: 10 } });
    expect(report.sampled).toEqual([]);
  });
});
