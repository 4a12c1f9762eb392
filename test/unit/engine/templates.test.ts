import { describe, expect, it } from 'vitest';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const templatesOf = async (rows: readonly object[]) => {
  const text = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
  return (await inspectInline(memorySource(text))).report.nearDuplicates.templates;
};

const items = ['jacket', 'old lamp', 'Set of mugs', 'bike', 'tent', 'jacket'];

describe('template families', () => {
  it('show the frame, its rows and what stands in the slot', async () => {
    const returns = items.map((item, index) => ({
      instruction: `${index === 2 ? 'i WANT' : 'I want'} to return my ${item}, please.`,
      output: `Answer ${index} speaks of other things.`,
    }));
    const others = ['Is the shop open today?', 'I want to return my'].map((instruction) => ({
      instruction,
      output: 'Yes.',
    }));
    const { field, families, unlisted } = await templatesOf([...others, ...returns]);
    expect([field, unlisted]).toEqual(['instruction', 0]);
    expect(families).toEqual([
      {
        frame: 'I want to return my ___, please.',
        lines: [3, 4, 5, 6, 7, 8],
        slotValueCount: 5,
        slotValues: [
          { value: 'jacket', rows: 2 },
          { value: 'old lamp', rows: 1 },
          { value: 'Set of mugs', rows: 1 },
          { value: 'bike', rows: 1 },
          { value: 'tent', rows: 1 },
        ],
      },
    ]);
  });

  it('count equal fillings once: four are no family', async () => {
    const rows = [...items.slice(0, 4), ...items.slice(0, 4)].map((item) => ({
      text: `I want to return my ${item}.`,
    }));
    expect((await templatesOf(rows)).families).toEqual([]);
  });

  it('are found in scripts without spaces', async () => {
    const rows = ['猫', '小鳥', '日本の犬', '馬', 'ペンギン'].map((animal) => ({
      text: `${animal}について詳しく説明してください。`,
    }));
    const { families } = await templatesOf(rows);
    expect(families.map(({ frame, lines }) => [frame, lines])).toEqual([
      ['___について詳しく説明してください。', [1, 2, 3, 4, 5]],
    ]);
  });
});
