import { describe, expect, it } from 'vitest';
import { recordSections } from '../../../src/data/recordSections.ts';

describe('recordSections', () => {
  it('gives each turn of a chat its role, and unescapes its text', () => {
    const sections = recordSections({
      messages: [
        { role: 'user', content: 'Where is\nmy "order"?' },
        { role: 'assistant', content: [{ type: 'text', text: 'On its way.' }] },
      ],
      category: 'delivery',
    });
    expect(sections).toEqual([
      { label: 'messages[0] · user', text: 'Where is\nmy "order"?', isText: true },
      { label: 'messages[1] · assistant', text: 'On its way.', isText: true },
      { label: 'category', text: 'delivery', isText: true },
    ]);
  });

  it('shows what else a turn carries below its text', () => {
    const [section] = recordSections({
      messages: [{ role: 'tool', content: '42', tool_call_id: 'call_1' }],
    });
    expect(section?.text).toBe('42\n\n{\n  "tool_call_id": "call_1"\n}');
  });

  it('takes ShareGPT turns, single turns and lists of objects apart', () => {
    const labels = recordSections({
      conversations: [{ from: 'human', value: 'a' }],
      chosen: { from: 'gpt', value: 'b' },
      instances: [{ input: 'c', output: 'd' }],
    }).map(({ label }) => label);
    expect(labels).toEqual([
      'conversations[0] · human',
      'chosen · gpt',
      'instances[0].input',
      'instances[0].output',
    ]);
  });

  it('keeps numbers, nulls and nested objects as JSON', () => {
    expect(recordSections({ n: 1, none: null, o: { a: [] } })).toEqual([
      { label: 'n', text: '1', isText: false },
      { label: 'none', text: 'null', isText: false },
      { label: 'o', text: '{\n  "a": []\n}', isText: false },
    ]);
  });

  it('says so where a value is nested too deeply to be written', { tags: 'slow' }, () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(recordSections({ deep })[0]?.text).toBe('(nested too deeply to be shown)');
  });
});

it('turns whose role is a sender are shown as turns', () => {
  const messages = [{ sender: 'human', text: 'Q' }];
  expect(recordSections({ messages })).toEqual([
    { label: 'messages[0] · human', text: 'Q', isText: true },
  ]);
});
