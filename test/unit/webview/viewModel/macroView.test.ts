import { expect, it } from 'vitest';
import type { MacroLevel } from '../../../../src/engine/report.ts';
import { macroView } from '../../../../src/webview/viewModel/macroView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { macroLevel } from '../sampleLevels.ts';

const wording = createWording((text) => text, 'en');
const sentenceOf = (level: Partial<MacroLevel>) =>
  macroView({ ...macroLevel(), rowsWithoutTopic: 0, ...level }, wording).sentence;
const topicOf = (rows: number) => [{ ...macroLevel().topics[0]!, rows }];

it('does not call rows alike that are too few, or too different, to make several topics', () => {
  const few = macroView(
    {
      ...macroLevel(),
      rows: 300,
      rowsWithoutTopic: 0,
      topics: topicOf(300),
      atCommonRows: { rows: 1000, absence: 'too-few-different-rows' },
    },
    wording,
  );
  expect(few.headline).toMatchObject({
    value: '–',
    unit: 'topics: too few different rows to tell them apart',
  });
  expect(few.sentence).not.toMatch(/told? (?:topics )?apart/u);
  expect(sentenceOf({ rows: 40, topics: topicOf(40) })).toMatch(/^No topics could be told apart/u);
  expect(sentenceOf({ rows: 40, topics: topicOf(38) })).not.toMatch(/told? (?:topics )?apart/u);
});
