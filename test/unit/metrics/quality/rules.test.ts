import { describe, expect, test } from 'vitest';
import { contradictoryLabels } from '../../../../src/metrics/quality/contradictoryLabels.ts';
import { findBrokenCall } from '../../../../src/metrics/quality/findBrokenCall.ts';
import { findEcho } from '../../../../src/metrics/quality/findEcho.ts';
import { findMojibake } from '../../../../src/metrics/quality/findMojibake.ts';
import { findPhrase } from '../../../../src/metrics/quality/findPhrase.ts';
import { findPlaceholder } from '../../../../src/metrics/quality/findPlaceholder.ts';
import { findRepeatedLoop } from '../../../../src/metrics/quality/findRepeatedLoop.ts';
import { findTruncatedEnd } from '../../../../src/metrics/quality/findTruncatedEnd.ts';
import { findTurnFaults } from '../../../../src/metrics/quality/findTurnFaults.ts';
import { repeatedIds } from '../../../../src/metrics/quality/repeatedIds.ts';
import type { Span } from '../../../../src/metrics/quality/span.ts';

type Rule = (text: string) => Span | undefined;

const sentence =
  'The parcel left our store on Monday and should be with you by the end of the week. ';

/** Texts that a rule finds, and texts that look like it. */
const CASES: readonly (readonly [string, Rule, readonly string[], readonly string[]])[] = [
  [
    'refusal',
    (text) => findPhrase(text, 'refusal'),
    [
      'I’m sorry, but I can’t help with that.',
      'First.\n\nI cannot assist with this request.',
      'As an AI language model, I don’t have opinions.',
      '申し訳ありませんが、その質問にはお答えできません。',
      '很抱歉，我无法提供这些信息。',
      'Es tut mir leid, aber dabei kann ich nicht helfen.',
      'Leider kann ich dabei nicht weiterhelfen.',
      '申し訳ありませんが、そのご要望にはお応えできません。',
      'I’m unable to provide that information.',
      "I'm not able to help with this.",
      'Unfortunately, I cannot comply with that.',
      '对不起，我不能提供帮助。',
    ],
    [
      'Es tut mir leid, dass Sie warten mussten. Ich sehe gleich nach.',
      'Leider kann ich morgen nicht kommen.',
      'I’m sorry to hear that. Let us look at your order.',
      'I can’t wait to see it!',
      'I am unable to attend the meeting on Monday.',
      'Unfortunately, I cannot come to your party.',
      'ご要望にお応えして、新しい色を加えました。',
      '对不起，我不能去你的聚会。',
      'She said: I cannot assist with this.',
      'この問いには先生がお答えします。',
    ],
  ],
  [
    'boilerplate',
    (text) => findPhrase(text, 'boilerplate'),
    [
      'Sure! Here is a poem.',
      'A poem.\n\nI hope this helps!',
      '作为一个人工智能，我可以帮助您。',
      'Certainly! I’d be happy to help with that.',
      'Great question! It depends on the soil.',
    ],
    [
      'The great question of the age',
      'Certainly not.',
      'Surely not.',
      'I hope this letter finds you well.',
      'Here is a poem.',
    ],
  ],
  [
    'placeholder',
    findPlaceholder,
    [
      'Dear {{customer_name}}, thank you.',
      'Sincerely,\n[Your Name]',
      'Call [INSERT PHONE NUMBER].',
      'Hello <your name>',
      'Dear <NAME>, thank you.',
      'Dear <FIRST_NAME>, your order <ORDER ID> is here.',
      'Dear Anna, your order {order_id} has shipped.',
      'Thank you. TODO: fill in the rest',
    ],
    [
      '<ADDRESS>Main Street</ADDRESS>',
      'A <DIV> and a <BR> and a <TITLE>',
      'The model writes <UNK> or <PAD>.',
      'print(f"Order {order_id} has shipped")',
      "x = f'{order_id} of {item_count}'",
      '"greeting": "Hello {user_name}"',
      'const {user_name} = props;',
      'import {user_name} from "./user"',
      'GET /orders/{order_id}',
      'The set {a, b} and x_{max_iter}, \\text{total_sum}, ${order_id}',
      'The rows {x_n} of the matrix',
      '```js\nlet a = {order_id};\n```',
      '// TODO: fill in the rest',
      'def f():\n    # TODO: fill in the rest',
      'My TODO list: milk, eggs',
      'Use `{{ name }}` in the template.',
      '```html\n<p>{{ user.name }}</p>\n```',
      '<p>{{ title }}</p>',
      'repository: ${{ github.repository }}',
      'See [1] and [the manual](https://example.com).',
      'if (a[name] < your + b > 2)',
    ],
  ],
  [
    'mojibake',
    findMojibake,
    ['CafÃ© au lait', 'Itâ€™s late', 'A price of Â£5', 'broken \ufffd here', 'ã‚ã‚Š'],
    ['Café au lait', 'It’s late', 'SÃO PAULO', 'pâte, mão, ÂNGULO', '£5 or €5'],
  ],
  [
    'repeated-loop',
    findRepeatedLoop,
    [
      'I do not know. '.repeat(8),
      'very '.repeat(20),
      '私はとても嬉しいです。'.repeat(6),
      'a'.repeat(500),
      `He said: Y${'e'.repeat(120)}s!`,
      'haha'.repeat(40),
      'No '.repeat(16),
      'a b c d a b c d a b c d a b c d',
      'はい、'.repeat(8),
      '谢谢你们'.repeat(4),
    ],
    [
      'はい、'.repeat(7),
      '谢谢你们'.repeat(3),
      `| a | b |\n${'| --- | --- |\n'.repeat(20)}`,
      '0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1',
      sentence.repeat(2),
      'No '.repeat(15),
      'A'.repeat(99),
      '0'.repeat(500),
      `| a | b |\n${'| ✔️ | 🟢 | ✅ |\n'.repeat(20)}`,
      '😂'.repeat(30),
      '🏴\u{e0067}\u{e0062}\u{e007f} '.repeat(16),
      '1️⃣ '.repeat(16),
      `iVBORw0KGgo${'A'.repeat(60)}SUhEUgAAAfQ${'bQx7'.repeat(9)}YhZk3nT`,
      'Row, row, row your boat, gently down the stream. Merrily, merrily, merrily, merrily, life is but a dream.',
    ],
  ],
  [
    'truncated-end',
    findTruncatedEnd,
    [
      `${sentence}${sentence}It is in the`,
      `${sentence}${sentence}First,`,
      `${sentence}${sentence}\n\`\`\`js\nlet a = 1;`,
      '```python\ndef f(x):\n    return x +',
      'Newton described it in his book and the',
      'Newton described it in his book and the \n\n',
      'Rivers and the',
    ],
    [
      'in the',
      'Use: ```js\nlet a;\n``` and go on.',
      '```js\nlet a;\n```\nThat is all.',
      'Yes, I am,',
      'Fences are written as ```',
      `${sentence}${sentence}`,
      'The best of',
      `${sentence}${sentence}Best regards\nAnna`,
      `${sentence}${sentence}\n\`\`\`js\nlet a;\n\`\`\``,
      `${sentence}\n\`\`\`js\nlet a;\n\`\`\`\n${sentence}\n\`\`\``,
    ],
  ],
  [
    'tool-call-json',
    findBrokenCall,
    ['<tool_call>{"name": "f", "arguments": {</tool_call>'],
    ['<tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>', 'A <tool_call> is a tag.'],
  ],
];

describe.each(CASES)('%s', (_, find, found, lookalikes) => {
  test.each(found)('finds %j', (text) => {
    const span = find(text)!;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  });
  test.each(lookalikes)('leaves %j alone', (text) => {
    expect(find(text)).toBeUndefined();
  });
});

test('turns: what is out of order, and what lacks an answer', () => {
  expect(findTurnFaults(['system', 'user', 'assistant', 'user', 'assistant'])).toEqual({
    lacksAssistant: false,
  });
  expect(findTurnFaults(['user', 'assistant', 'tool', 'assistant'])).toEqual({
    lacksAssistant: false,
  });
  expect(findTurnFaults(['user', 'user', 'assistant'])).toEqual({
    outOfOrder: 1,
    lacksAssistant: false,
  });
  expect(findTurnFaults(['assistant', 'user', 'assistant'])).toEqual({
    outOfOrder: 0,
    lacksAssistant: false,
  });
  expect(findTurnFaults(['user', 'system', 'assistant'])).toMatchObject({ outOfOrder: 1 });
  expect(findTurnFaults(['user', 'assistant', 'user'])).toEqual({ lacksAssistant: true });
  expect(findTurnFaults(['user'])).toEqual({ lacksAssistant: true });
  expect(findTurnFaults(['user', 'silent'])).toEqual({ lacksAssistant: true });
  expect(findTurnFaults(['user', 'silent', 'assistant'])).toEqual({
    outOfOrder: 2,
    lacksAssistant: true,
  });
});

test('turns: what tools give back to a question, or to a call that is not there', () => {
  const order = (...speakers: Parameters<typeof findTurnFaults>[0]) =>
    findTurnFaults(speakers).outOfOrder;
  expect(order('user', 'tool', 'assistant')).toBe(1);
  expect(order('user', 'assistant', 'tool', 'stray-tool', 'assistant')).toBe(3);
  expect(order('user', 'call', 'tool', 'tool', 'assistant')).toBeUndefined();
  expect(order('system', 'tool', 'user', 'assistant')).toBeUndefined();
});

test('echo: equal, contained, and neither', () => {
  expect(findEcho('Say it.', ' say it. ')).toBe('equal');
  expect(findEcho(`Summarise: ${sentence}`, sentence)).toBe('contained');
  expect(findEcho(`Summarise: ${sentence}`, `${sentence}\n\n${' '.repeat(20)}\n`)).toBe(
    'contained',
  );
  const quoted = 'a'.repeat(60);
  expect(findEcho(`Summarise: ${quoted}`, quoted)).toBe('contained');
  expect(findEcho(`Summarise: ${quoted}`, quoted.slice(1))).toBeUndefined();
  expect(findEcho('Is it Paris or Rome?', 'Paris')).toBeUndefined();
  expect(findEcho('Say it.', 'It.')).toBeUndefined();
});

describe('identifiers', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const twice = <Item>(items: readonly Item[]) => [...items, ...items];
  const found = (ids: readonly number[], texts: readonly number[] = numbers(ids.length)) =>
    repeatedIds(ids, Uint32Array.from(texts.flatMap((text) => [text, text])));

  test('those used before', () => {
    expect(found([1, 2, 0, 1, 3, 4])).toEqual([3]);
  });

  test('a file joined with itself, in any order, and more than once', () => {
    expect(found(twice(numbers(4)), twice(numbers(4)))).toEqual([4, 5, 6, 7]);
    expect(found([1, 1, 2, 2, 3, 3], [1, 1, 2, 2, 3, 3])).toEqual([1, 3, 5]);
    expect(found([1, 2, 1, 2, 1, 2], [1, 2, 1, 2, 1, 2])).toEqual([2, 3, 4, 5]);
  });

  test('half of the repeated ones are equal rows, but not where fewer are', () => {
    const ids = [...twice(numbers(4)), 9, 9, 9];
    const texts = [1, 2, 3, 4, 1, 2, 3, 8, 5, 6, 7];
    expect(found(ids, texts)).toHaveLength(6);
    expect(found(ids, [1, 2, 3, 4, 1, 2, 8, 9, 5, 6, 7])).toEqual([]);
  });

  test('files that number their rows alike', () => {
    expect(found([...numbers(30), ...numbers(30), ...numbers(25)])).toHaveLength(55);
  });

  test('no groups and no labels: many rows share one, or those that do stand close together', () => {
    expect(found([1, 1, 1, 2, 2, 2])).toEqual([]);
    expect(found(Array.from({ length: 90 }, (_, row) => row % 3))).toEqual([]);
    expect(found(Array.from({ length: 90 }, (_, row) => 1 + (row >> 1)))).toEqual([]);
  });
});

test('labels: equal texts with other labels', () => {
  const hashes = Uint32Array.of(1, 1, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0);
  const tags = {
    values: Uint32Array.of(7, 7, 8, 7, 7, 8),
    offsets: Uint32Array.of(0, 1, 2, 3, 4, 5, 6),
  };
  // Each of the three rows has a row of its text with another label, the last one too, whose label is that of the first.
  expect(contradictoryLabels(hashes, tags)).toEqual([0, 2, 3]);
  // The last row of the file is a row like the others.
  const two = { values: Uint32Array.of(7, 8), offsets: Uint32Array.of(0, 1, 2) };
  expect(contradictoryLabels(Uint32Array.of(1, 1, 1, 1), two)).toEqual([0, 1]);
});

test('a loop does not reach from one text into the next', () => {
  const half = 'go on then '.repeat(4);
  expect(findRepeatedLoop(half.repeat(2))).toBeDefined();
  for (let text = 0; text < 4; text++) expect(findRepeatedLoop(half)).toBeUndefined();
});
