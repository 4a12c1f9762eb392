import { describe, expect, test } from 'vitest';
import { contradictoryLabels } from '../../../../src/metrics/quality/contradictoryLabels.ts';
import { findBrokenCall } from '../../../../src/metrics/quality/findBrokenCall.ts';
import { findEcho } from '../../../../src/metrics/quality/findEcho.ts';
import { findMojibake } from '../../../../src/metrics/quality/findMojibake.ts';
import {
  findPersonalData,
  maskPersonalData,
} from '../../../../src/metrics/quality/findPersonalData.ts';
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
    ],
    [
      `| a | b |\n${'| --- | --- |\n'.repeat(20)}`,
      '0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1',
      sentence.repeat(2),
      'No '.repeat(15),
      'A'.repeat(99),
      '0'.repeat(500),
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

const base64url = (value: string) => Buffer.from(value).toString('base64url');
const JWT = `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url('{"sub":"42"}')}.${'aB3'.repeat(13)}`;

// 3782 822463 10005 is a published test number of the payment industry, with a valid check digit.
test.each([
  ['email-address', 'Write to anna.meier@firma.de today', 'a…@f….de'],
  ['phone-number', 'Call +49 30 9018 20 47 now', '+•• •• •••• •• 47'],
  ['phone-number', 'Tel. 03-3456-7892', '••-••••-••92'],
  ['phone-number', 'Call me on +4915123456789 now', '+•••••••••••89'],
  ['phone-number', 'Call +12128675309 now', '+•••••••••09'],
  ['phone-number', 'Ring +44 7911 123456 please', '+•• •••• ••••56'],
  ['phone-number', 'Rufen Sie +49 30 90182012 an', '+•• •• ••••••12'],
  ['phone-number', 'Appelez le +33 6 12 34 56 78.', '+•• • •• •• •• 78'],
  ['phone-number', 'Tel.+1(212)867-5309', '+•(•••)•••-••09'],
  ['phone-number', '電話+81 90-3456-7892まで', '+•• ••-••••-••92'],
  ['phone-number', '(212) 867-5309', '(•••) •••-••09'],
  ['phone-number', 'Tel. (+49 (30) 9018-2047)', '+•• (••) ••••-••47'],
  ['phone-number', '電話は０９０－１２３４－９８７６です', '•••－••••－••７６'],
  ['phone-number', '電話は０３ー３４５６ー７８９２です', '••ー••••ー••９２'],
  ['card-number', 'Pay with 3782 822463 10005.', '•••• •••••• •••05'],
  ['card-number', 'JCB 3530 1113 3330 0000', '•••• •••• •••• ••00'],
  ['card-number', 'JCB 3566002020360505', '••••••••••••••05'],
  ['card-number', 'Diners 30569309025904', '••••••••••••04'],
  ['secret-key', 'key AKIAIOSFODNN7EXAMPLE', 'AKIA… (20)'],
  ['email-address', 'anna.meier@firma.de: see https://firma.de/', 'a…@f….de'],
  ['email-address', 'anna.meier@firma.de:geheim', 'a…@f….de'],
  ['secret-key', `Bearer ${JWT}`, 'eyJh… (93)'],
  ['secret-key', `token github_pat_${'11ABCDEFG0'.repeat(7)}`, 'gith… (81)'],
] as const)('personal data: %s in %j, masked', (code, text, masked) => {
  const { start, end } = findPersonalData(text).get(code)!;
  expect(maskPersonalData(text.slice(start, end), code)).toBe(masked);
});

test.each([
  'mail user@example.com',
  'git clone git@github.com:foo/bar.git',
  'git remote add origin git@gitlab.firma.de:bar.git',
  'ssh://git@github.com/foo/bar.git',
  'scp file deploy@firma.de:/var/www',
  'eyJhbGciOiJIUzI1NiJ9 is the header of a token',
  'npm install @types/node@20',
  'call 555-0123',
  'order 4111 1111 1111 1112',
  'the year 2019-2020, pages 100-200',
  'ratio 3.14159265358979',
  'sk-learn is a library',
  'github_pat_ is the prefix of such tokens',
  'version 1.4.0+20230815123456 of 2023-08-15',
  'ISBN 978-3-16-148410-0, or 9783161484100',
  '2023-08-15T12:30:00+0200 2023',
  '3x+12128675309y and 7 +4915123456789 = 0',
  'f(x)=+4915123456789',
  'a change of +100 000 000 000, or +2.25, +3.5',
  '+1 2 3 4 5 6 7 8 9 10 11',
  '+2024-01-15 10:00',
  'on 01-02-2023, or 01/02/2023',
  'the sum is +1234567890',
  'Diners 30569309025905, JCB 3566002020360506',
  '12345678901234567890 and 31415926535897',
  '円周率は３．１４１５９２６５３５',
])('personal data: %j holds none', (text) => {
  expect([...findPersonalData(text).keys()]).toEqual([]);
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
  expect(contradictoryLabels(hashes, tags)).toEqual([0, 2]);
});

test('a loop does not reach from one text into the next', () => {
  const half = 'go on then '.repeat(4);
  expect(findRepeatedLoop(half.repeat(2))).toBeDefined();
  for (let text = 0; text < 4; text++) expect(findRepeatedLoop(half)).toBeUndefined();
});

test('keys with neither dash nor underscore are found', () => {
  expect(findPersonalData(`key AIza${'b7'.repeat(17)}c`).has('secret-key')).toBe(true);
});
