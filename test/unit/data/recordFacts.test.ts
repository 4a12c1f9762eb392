import { expect, test } from 'vitest';
import { recordFacts } from '../../../src/data/recordFacts.ts';

test('who speaks, and which tools answer a call that no turn made', () => {
  const call = (id: string) => ({ id, type: 'function', function: { name: 'f', arguments: '{}' } });
  const messages = [
    { role: 'user', content: 'Q' },
    { role: 'assistant', content: null, tool_calls: [call('c1'), call('c2')] },
    { role: 'tool', tool_call_id: 'c2', content: 'ok' },
    { role: 'tool', tool_call_id: 'c9', content: 'ok' },
    { role: 'tool', content: 'ok' },
    { role: 'assistant', content: 'A' },
  ];
  expect(recordFacts({ messages }, 'messages')).toEqual({
    speakers: ['user', 'assistant', 'tool', 'stray-tool', 'tool', 'assistant'],
  });
  const conversations = [
    { from: 'human', value: 'Q' },
    { from: 'function_call', value: '{"name": "f"}' },
    { from: 'observation', value: 'ok' },
    { from: 'gpt', value: 'A' },
  ];
  expect(recordFacts({ conversations }, 'conversations').speakers).toEqual([
    'user',
    'call',
    'tool',
    'assistant',
  ]);
});
