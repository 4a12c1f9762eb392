export type JsonTokenKind =
  | 'open-object'
  | 'open-array'
  | 'close-object'
  | 'close-array'
  | 'comma'
  | 'colon'
  | 'string'
  | 'scalar';

/** A token that stands near the surface of a JSON text; offsets count bytes from the beginning of what was pushed. */
export interface JsonToken {
  readonly kind: JsonTokenKind;
  /** Objects and arrays around it; an opening or closing sign is counted as outside its own. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** 1-based line on which it begins, and the offset at which that line does. */
  readonly line: number;
  readonly lineStart: number;
}

export interface JsonScanner {
  /** Goes on with the next bytes of the text. */
  push(block: Uint8Array): void;
  /** Ends the last token. */
  end(): void;
  /** Offset at which a token near the surface began that has not ended, else that of the next byte. */
  readonly pendingStart: number;
  /** Objects and arrays that are open, and whether a string is. */
  readonly depth: number;
  readonly isInString: boolean;
  /** 1-based line of the next byte. */
  readonly line: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/**
 * Finds the tokens of a JSON text down to a depth, in one pass and without holding it. What lies deeper is only passed over:
 * whether it is JSON is for whoever reads it. Never throws on bad data. O(bytes).
 * @param deepest depth down to which tokens are told
 */
export function createJsonScanner(
  deepest: number,
  onToken: (token: JsonToken) => void,
): JsonScanner {
  let offset = 0;
  let depth = 0;
  let line = 1;
  let lineStart = 0;
  let isInString = false;
  let isEscaped = false;
  /** Of a string or a scalar near the surface. */
  let pending: Pick<JsonToken, 'kind' | 'start' | 'line' | 'lineStart'> | undefined;

  function endPending(end: number): void {
    if (!pending) return;
    const token = { ...pending, depth, end };
    pending = undefined;
    onToken(token);
  }

  function tell(kind: JsonTokenKind, start: number): void {
    if (depth <= deepest) onToken({ kind, depth, start, end: start + 1, line, lineStart });
  }

  return {
    push(block) {
      const { length } = block;
      for (let at = 0; at < length; at++) {
        const byte = block[at]!;
        if (isInString) {
          if (isEscaped) isEscaped = false;
          else if (byte === BACKSLASH) isEscaped = true;
          else if (byte === QUOTE) {
            isInString = false;
            endPending(offset + at + 1);
          }
          if (byte === LINE_FEED) {
            line++;
            lineStart = offset + at + 1;
          }
          continue;
        }
        switch (byte) {
          case QUOTE:
            endPending(offset + at);
            isInString = true;
            if (depth <= deepest) pending = { kind: 'string', start: offset + at, line, lineStart };
            break;
          case 0x7b:
          case 0x5b:
            endPending(offset + at);
            tell(byte === 0x7b ? 'open-object' : 'open-array', offset + at);
            depth++;
            break;
          case 0x7d:
          case 0x5d:
            endPending(offset + at);
            depth--;
            tell(byte === 0x7d ? 'close-object' : 'close-array', offset + at);
            break;
          case 0x2c:
            endPending(offset + at);
            tell('comma', offset + at);
            break;
          case 0x3a:
            endPending(offset + at);
            tell('colon', offset + at);
            break;
          case LINE_FEED:
            endPending(offset + at);
            line++;
            lineStart = offset + at + 1;
            break;
          case 0x20:
          case 0x09:
          case 0x0d:
            endPending(offset + at);
            break;
          default:
            if (depth <= deepest && !pending) {
              pending = { kind: 'scalar', start: offset + at, line, lineStart };
            }
        }
      }
      offset += length;
    },
    end: () => endPending(offset),
    get pendingStart() {
      return pending?.start ?? offset;
    },
    get depth() {
      return depth;
    },
    get isInString() {
      return isInString;
    },
    get line() {
      return line;
    },
  };
}
