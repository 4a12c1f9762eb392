import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BytePairTokenizer,
  createBytePairTokenizer,
} from '../../../../src/metrics/text/bytePairTokenizer.ts';
import { bytePairTable } from '../../../support/bytePairTable.ts';

let tokenizer: BytePairTokenizer;
beforeAll(() => {
  tokenizer = createBytePairTokenizer(bytePairTable('o200k_base'));
});

function tokensOf(text: string): number[] {
  const tokens: number[] = [];
  tokenizer.encodeInto(text, tokens);
  return tokens;
}

const decode = (tokens: number[]) => tokens.map((token) => tokenizer.decodeToken(token)).join('');

/** OpenAI's own table, the bytes of every token in base64: another file than the one that the tokenizer reads. */
function readTiktokenTable(): Buffer[] {
  const path = createRequire(import.meta.url).resolve('gpt-tokenizer/data/o200k_base.tiktoken');
  const bytes: Buffer[] = [];
  for (const line of readFileSync(path, 'latin1').trimEnd().split('\n')) {
    const [base64, rank] = line.split(' ');
    bytes[Number(rank)] = Buffer.from(base64!, 'base64');
  }
  return bytes;
}

describe('bytePairTokenizer', () => {
  it('gives no token for an empty text', () => {
    expect(tokensOf('')).toEqual([]);
  });

  it('gives the tokens that OpenAI’s tiktoken README and cookbook show', () => {
    // tiktoken README: enc.encode("hello world") under o200k_base; cookbook "How to count tokens": "tiktoken is great!"
    expect(tokensOf('hello world')).toEqual([24912, 2375]);
    expect(tokensOf('tiktoken is great!')).toEqual([83, 8251, 2488, 382, 2212, 0]);
  });

  it('gives the tokens of cl100k_base that the cookbook shows', () => {
    const older = createBytePairTokenizer(bytePairTable('cl100k_base'));
    const tokens: number[] = [];
    older.encodeInto('tiktoken is great!', tokens);
    expect(tokens).toEqual([83, 1609, 5963, 374, 2294, 0]);
    expect(older.vocabularySize).toBe(100_256);
    tokens.length = 0;
    older.encodeInto('<|endoftext|>', tokens);
    expect(tokens.map((token) => older.decodeToken(token)).join('')).toBe('<|endoftext|>');
    expect(tokens.length).toBeGreaterThan(1);
  });

  it('counts text that looks like a special token as ordinary text', () => {
    const tokens = tokensOf('<|endoftext|>');
    expect(tokens.length).toBeGreaterThan(1);
    expect(decode(tokens)).toBe('<|endoftext|>');
  });

  it('reads a lone surrogate as U+FFFD', () => {
    expect(tokensOf('a\ud800b')).toEqual(tokensOf('a\uFFFDb'));
    expect(tokensOf('\udc00')).toEqual(tokensOf('\uFFFD'));
    expect(tokensOf('\ud83d')).toEqual(tokensOf('\uFFFD'));
  });

  it('gives the original text back, token by token, where tokens are whole characters', () => {
    const text = 'Don’t panic: 1,234 ducks\r\n\tquack\u3000naïve 日本';
    expect(decode(tokensOf(text))).toBe(text);
  });

  it('decodes every token as a UTF-8 decoder does, a run of broken bytes as one U+FFFD', () => {
    const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
    const expected = (bytes: Buffer) => {
      try {
        return strict.decode(bytes);
      } catch {
        return lenient.decode(bytes).replace(/\uFFFD+/g, '\uFFFD');
      }
    };
    const wrong = readTiktokenTable().flatMap((bytes, token) =>
      tokenizer.decodeToken(token) === expected(bytes) ? [] : [token],
    );
    expect(wrong).toEqual([]);
  });

  it('encodes every token that is one piece of text as itself', () => {
    for (const token of [0, 220, 24912, 100_000, 199_997]) {
      expect(tokensOf(tokenizer.decodeToken(token))).toEqual([token]);
    }
  });

  it('keeps U+FEFF, which is a token of its own in OpenAI’s table', () => {
    const byteOrderMark = readTiktokenTable().findIndex((bytes) =>
      bytes.equals(Buffer.from('\uFEFF')),
    );
    expect(tokensOf('\uFEFF')).toEqual([byteOrderMark]);
    expect(decode(tokensOf('\uFEFF\uFEFF \uFEFF'))).toBe('\uFEFF\uFEFF \uFEFF');
  });

  it('throws RangeError for a number that is no token', () => {
    expect(() => tokenizer.decodeToken(199_999)).toThrow(RangeError);
  });

  it.each([
    ['one letter', 'a'],
    ['one capital letter', 'A'],
    ['spaces', ' '],
    ['exclamation marks', '!'],
    ['one kana', 'あ'],
    ['an emoji', '😀'],
    ['letters and marks in turn', '中A'],
  ])('reads a megabyte of %s without giving up', { tags: 'slow' }, (_, unit) => {
    let count = 0;
    tokenizer.encodeInto(unit.repeat(1_000_000 / unit.length), { push: () => count++ });
    expect(count).toBeGreaterThan(1000);
  });
});
