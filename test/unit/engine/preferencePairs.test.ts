import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import { nearDuplicatesAt } from '../../../src/engine/nearDuplicatesAt.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const inspect = (rows: readonly object[]) =>
  inspectInline(memorySource(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`));
const pair = (prompt: string, chosen: string, rejected: string) => ({ prompt, chosen, rejected });

describe('preference pairs', () => {
  it('whose answers are alike are told, and follow the threshold', async () => {
    const rows = [
      pair('Name a river.', 'The Danube flows.', 'I will not say.'),
      pair('Name a lake.', 'Lake  Garda.', 'lake garda.'),
      // Seven shingles of three tokens in one, six of them in the other, which has no more: 6/7.
      pair(
        'Count.',
        'one two three four five six seven eight nine',
        'one two three four five six seven eight',
      ),
      // Ten shingles altogether, six in common.
      pair('Go on.', 'a b c d e f g h x y', 'a b c d e f g h v w'),
    ];
    const { report, duplicates } = await inspect(rows);
    expect(report.nearDuplicates.preferencePairs).toEqual({
      pairs: 4,
      alike: [
        { line: 2, similarity: 1 },
        { line: 3, similarity: 6 / 7 },
      ],
      contradictions: [],
    });
    const clusters = nearDuplicatesAt(duplicates, {
      ...report.settings,
      nearDuplicateThreshold: 0.6,
    });
    expect(clusters.preferencePairs?.alike.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('whose chosen answer is rejected elsewhere are told, the same instruction before another', async () => {
    const turn = (role: string, content: string) => ({ role, content });
    const rows = [
      pair('Other question.', 'Nothing.', 'The Danube.'),
      pair('Name a river.', 'The Danube.', 'The Rhine.'),
      pair('name a  river.', 'The Elbe.', 'the danube.'),
      {
        prompt: 'Name a river.',
        chosen: [turn('assistant', 'The Rhine.')],
        rejected: [turn('assistant', 'Mud.')],
      },
      pair('Only itself.', 'Same here.', 'Same here.'),
      {
        input: { messages: [turn('user', 'A town?')] },
        preferred_output: [turn('assistant', 'Nothing at all.')],
        non_preferred_output: [turn('assistant', 'Nothing.')],
      },
    ];
    const { report } = await inspect(rows);
    expect(report.nearDuplicates.preferencePairs?.contradictions).toEqual([
      { line: 1, rejectedInLine: 6, sameInstruction: false },
      { line: 2, rejectedInLine: 3, sameInstruction: true },
      { line: 4, rejectedInLine: 2, sameInstruction: true },
    ]);
  });

  it('are not spoken of in other files, nor where another field is the response', async () => {
    expect((await inspect([{ text: 'One.' }])).report.nearDuplicates).not.toHaveProperty(
      'preferencePairs',
    );
    const source = memorySource(`${JSON.stringify(pair('One.', 'Two.', 'Two.'))}\n`);
    const { report } = await inspectInline(source, {
      settings: defaultSettings,
      selection: { response: 'rejected' },
    });
    expect(report.nearDuplicates).not.toHaveProperty('preferencePairs');
  });
});
