import { findBrokenCall } from './findBrokenCall.ts';
import { findEcho } from './findEcho.ts';
import { findMojibake } from './findMojibake.ts';
import { findPersonalData, maskPersonalData } from './findPersonalData.ts';
import { findPhrase } from './findPhrase.ts';
import { findPlaceholder } from './findPlaceholder.ts';
import { findRepeatedLoop } from './findRepeatedLoop.ts';
import { findTruncatedEnd } from './findTruncatedEnd.ts';
import { endOfCharacter } from '../text/endOfCharacter.ts';
import type { TokenHashes } from '../text/tokenBuffer.ts';
import type { QualityCode } from './qualityCodes.ts';
import type { Span } from './span.ts';

export interface TextFinding {
  readonly code: QualityCode;
  readonly field: 'instruction' | 'response';
  /** What was found, cut after 80 UTF-16 units with an ellipsis; personal data are masked. */
  readonly excerpt: string;
}

const EXCERPT_LENGTH = 80;

type Rule = readonly [QualityCode, (text: string, tokens?: TokenHashes) => Span | undefined];

/** Asked of every text. */
const TEXT_RULES: readonly Rule[] = [
  ['repeated-loop', findRepeatedLoop],
  ['placeholder', findPlaceholder],
  ['mojibake', findMojibake],
];

const RULES: Readonly<Record<TextFinding['field'], readonly Rule[]>> = {
  instruction: TEXT_RULES,
  // First what a model must not learn to say.
  response: [
    ['refusal', (text) => findPhrase(text, 'refusal')],
    ['boilerplate', (text) => findPhrase(text, 'boilerplate')],
    ['truncated-end', findTruncatedEnd],
    ['tool-call-json', findBrokenCall],
    ...TEXT_RULES,
  ],
};

/**
 * What the texts of one row show; each code once, the first place that has it. O(length).
 * @param tokens those of the texts, where they are known: it takes half as long with them
 */
export function inspectTexts(
  texts: { readonly instruction?: string; readonly response?: string },
  tokens?: Readonly<Record<TextFinding['field'], TokenHashes>>,
): TextFinding[] {
  const { instruction, response } = texts;
  const found = new Map<QualityCode, TextFinding>();
  const add = (code: QualityCode, field: TextFinding['field'], excerpt: string) => {
    if (!found.has(code)) found.set(code, { code, field, excerpt });
  };
  if (instruction !== undefined && response !== undefined) {
    const echo = findEcho(instruction, response);
    if (echo === 'equal') add('response-equals-instruction', 'response', cut(response, 0));
    if (echo === 'contained') add('response-in-instruction', 'response', cut(response, 0));
  }
  for (const field of ['instruction', 'response'] as const) {
    const text = texts[field];
    if (text === undefined) continue;
    for (const [code, find] of RULES[field]) {
      const span = find(text, tokens?.[field]);
      if (span) add(code, field, cut(text, span.start, span.end));
    }
    for (const [code, { start, end }] of findPersonalData(text)) {
      add(code, field, maskPersonalData(text.slice(start, end), code));
    }
  }
  return [...found.values()];
}

function cut(text: string, start: number, end = text.length): string {
  if (end - start <= EXCERPT_LENGTH) return text.slice(start, end);
  return `${text.slice(start, endOfCharacter(text, start + EXCERPT_LENGTH))}…`;
}
