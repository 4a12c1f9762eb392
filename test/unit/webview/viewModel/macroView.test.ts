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
  const few = { topicsFoundOn: { rows: 8, of: 8 } };
  expect(sentenceOf({ rows: 300, topics: topicOf(300), ...few })).toMatch(
    /^Too few different rows to tell topics apart/u,
  );
  expect(sentenceOf({ rows: 40, topics: topicOf(40) })).toMatch(/^No topics could be told apart/u);
  expect(sentenceOf({ rows: 40, topics: topicOf(38) })).not.toMatch(/told? (?:topics )?apart/u);
});
