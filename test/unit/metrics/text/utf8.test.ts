import { describe, expect, it } from 'vitest';
import { readUtf8, writeUtf8 } from '../../../../src/metrics/text/utf8.ts';

describe('writeUtf8', () => {
  it.each(['', 'plain', 'é߿ࠀ\uFFFF', '😀𠀀\u{10FFFF}', 'a\ud800b', '\udc00\ud800', 'x\ud83d'])(
    'writes %j as TextEncoder does',
    (text) => {
      const bytes = new Uint8Array(3 * text.length + 2);
      const end = writeUtf8(text, 0, text.length, bytes, 2);
      expect([...bytes.subarray(2, end)]).toEqual([...new TextEncoder().encode(text)]);
    },
  );

  it('does not look beyond the end of the part', () => {
    const bytes = new Uint8Array(8);
    expect(writeUtf8('a😀', 0, 2, bytes, 0)).toBe(4);
    expect([...bytes.subarray(0, 4)]).toEqual([0x61, 0xef, 0xbf, 0xbd]);
  });
});

describe('readUtf8', () => {
  it('reads whole characters', () => {
    expect(readUtf8(new TextEncoder().encode('aé日😀'))).toBe('aé日😀');
  });

  it('reads each run of broken bytes as one U+FFFD', () => {
    expect(readUtf8([0x80, 0x80, 0x61, 0xe3, 0x81])).toBe('\uFFFDa\uFFFD');
    expect(readUtf8([0xf5, 0xc0])).toBe('\uFFFD');
  });
});
