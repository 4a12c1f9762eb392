import { jsonFault } from './jsonFault.ts';
import type { JsonFault } from './jsonFault.ts';
import { englishRowFaultWords as words } from './rowFaultWords.ts';
import { scanScalar, scanString, skipWhiteSpace } from './scanJson.ts';

const EXPECTED = {
  row: words.object,
  'first-name': words.firstName,
  'next-name': words.nextName,
  colon: words.colon,
  'property-value': words.propertyValue,
  'first-element': words.firstElement,
  'next-element': words.nextElement,
  'after-property': words.afterProperty,
  'after-element': words.afterElement,
  end: words.end,
} as const;

type State = keyof typeof EXPECTED;

/**
 * Says where and why a line is not JSON (RFC 8259), in words that do not depend on the version of Node; undefined when
 * the line is valid. Meant for broken lines only. Iterative, so nesting of any depth is safe. O(length).
 */
export function diagnoseJson(text: string): JsonFault | undefined {
  const closers: ('}' | ']')[] = [];
  let state: State = 'row';
  let at = 0;
  for (;;) {
    at = skipWhiteSpace(text, at);
    const char = text[at];
    switch (state) {
      case 'row':
      case 'property-value':
      case 'first-element':
      case 'next-element':
        if (char === '{') {
          closers.push('}');
          state = 'first-name';
          at++;
        } else if (char === '[') {
          closers.push(']');
          state = 'first-element';
          at++;
        } else if (char === ']' && state === 'first-element') {
          closers.pop();
          state = afterValue(closers);
          at++;
        } else {
          const end = scanScalar(text, at, EXPECTED[state]);
          if (typeof end !== 'number') return end;
          state = afterValue(closers);
          at = end;
        }
        break;
      case 'first-name':
      case 'next-name':
        if (char === '"') {
          const end = scanString(text, at);
          if (typeof end !== 'number') return end;
          state = 'colon';
          at = end;
        } else if (char === '}' && state === 'first-name') {
          closers.pop();
          state = afterValue(closers);
          at++;
        } else return jsonFault(text, at, EXPECTED[state]);
        break;
      case 'colon':
        if (char !== ':') return jsonFault(text, at, EXPECTED[state]);
        state = 'property-value';
        at++;
        break;
      case 'after-property':
      case 'after-element':
        if (char === ',') {
          state = state === 'after-property' ? 'next-name' : 'next-element';
        } else if (char === closers.at(-1)) {
          closers.pop();
          state = afterValue(closers);
        } else return jsonFault(text, at, EXPECTED[state]);
        at++;
        break;
      case 'end':
        return char === undefined ? undefined : jsonFault(text, at, EXPECTED[state]);
    }
  }
}

function afterValue(closers: readonly ('}' | ']')[]): State {
  const closer = closers.at(-1);
  if (closer === undefined) return 'end';
  return closer === '}' ? 'after-property' : 'after-element';
}
