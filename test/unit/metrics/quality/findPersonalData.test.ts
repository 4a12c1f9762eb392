import { expect, test } from 'vitest';
import {
  findPersonalData,
  maskPersonalData,
  withPersonalDataMasked,
} from '../../../../src/metrics/quality/findPersonalData.ts';

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

test('keys with neither dash nor underscore are found', () => {
  expect(findPersonalData(`key AIza${'b7'.repeat(17)}c`).has('secret-key')).toBe(true);
});

test('all personal data of a text are masked, and nothing else', () => {
  const text =
    'Ann (ann@firma.de, bob@firma.de) paid with 4539 1488 0343 6467, not 4539148803436467.';
  expect(withPersonalDataMasked(text)).toBe(
    'Ann (a…@f….de, b…@f….de) paid with •••• •••• •••• ••67, not ••••••••••••••67.',
  );
  expect(withPersonalDataMasked('mail user@example.com')).toBe('mail user@example.com');
});
