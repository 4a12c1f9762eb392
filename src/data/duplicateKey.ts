import { skipWhiteSpace } from './scanJson.ts';

/**
 * Name of the first key that a JSON object in `text` has twice, or undefined. JSON.parse keeps the last value and says
 * nothing, so the keys in the text are counted first and compared with the keys in the parsed value; only where the
 * counts differ are names looked at. O(length), most of it in `indexOf`.
 * @param text valid JSON
 * @param value what JSON.parse made of it
 */
export function findDuplicateKey(text: string, value: unknown): string | undefined {
  return countKeysInText(text) > countKeysInValue(value) ? firstRepeatedKey(text) : undefined;
}

function countKeysInText(text: string): number {
  let keys = 0;
  for (let open = text.indexOf('"'); open !== -1;) {
    const end = stringEnd(text, open);
    if (isKeyEnd(text, end)) keys++;
    open = text.indexOf('"', end);
  }
  return keys;
}

function countKeysInValue(value: unknown): number {
  let keys = 0;
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) {
      for (const item of next as unknown[]) {
        if (typeof item === 'object' && item !== null) pending.push(item);
      }
    } else if (typeof next === 'object' && next !== null) {
      // JSON.parse gives plain objects, and even `__proto__` as an own property: for-in sees own keys only.
      for (const key in next) {
        keys++;
        const item = (next as Record<string, unknown>)[key];
        if (typeof item === 'object' && item !== null) pending.push(item);
      }
    }
  }
  return keys;
}

function firstRepeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '{') open.push(new Set());
    // An array's set stays empty: inside it no string is followed by a colon.
    else if (char === '[') open.push(new Set());
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const end = stringEnd(text, at);
      if (isKeyEnd(text, end)) {
        const key = JSON.parse(text.slice(at, end)) as string;
        const seen = open.at(-1);
        if (seen?.has(key) === true) return key;
        seen?.add(key);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** Index after the closing quote of the string whose opening quote is at `open`. */
function stringEnd(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

function isKeyEnd(text: string, end: number): boolean {
  return text[skipWhiteSpace(text, end)] === ':';
}
