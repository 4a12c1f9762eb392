import {
  ALPACA_INPUTS,
  ALPACA_RESPONSES,
  ANSWERS,
  COMPLETIONS,
  CONVERSATION_FIELDS,
  KTO_LABELS,
  LABELS,
  PROMPTS,
  QUESTIONS,
  SENTENCE_PAIRS,
  TEXTS,
} from './fieldNames.ts';
import type { JsonObject } from './jsonObject.ts';
import { SHAPE_IDS } from './rowTypes.ts';
import type { ShapeId } from './rowTypes.ts';
import { someString } from './someString.ts';
import { hasText } from './textPart.ts';
import { isTurn, isTurnList } from './turnParts.ts';

type Test = (record: JsonObject) => boolean;

/** What makes a row be of a shape: its keys and their kinds, not whether there is text in them. */
const TESTS: Readonly<Record<ShapeId, Test>> = {
  'preference-conversations': (row) => isPreference(row) && hasConversation(row),
  'preference-messages': (row) =>
    isPreference(row) &&
    [row['chosen'], row['prompt'], row['messages']].some((v) => isTurnList(v) || isTurn(v)),
  preference: isPreference,
  'kto-messages': (row) =>
    hasKtoLabel(row) &&
    (isTurnList(row['messages']) || hasConversation(row) || isTurnList(row['prompt'])),
  kto: (row) => hasKtoLabel(row) && hasString(row, ['prompt']) && hasScalar(row, COMPLETIONS),
  messages: (row) => isTurnList(row['messages']),
  conversations: hasConversation,
  'self-instruct': (row) => hasString(row, ['instruction']) && Array.isArray(row['instances']),
  alpaca: (row) =>
    hasString(row, ['instruction']) &&
    (hasScalar(row, ALPACA_RESPONSES) || hasString(row, ALPACA_INPUTS)),
  'prompt-completion': (row) =>
    (hasString(row, PROMPTS) && hasScalar(row, COMPLETIONS)) ||
    (isTurnList(row['prompt']) && isTurnList(row['completion'])),
  'question-answer': (row) => hasString(row, QUESTIONS) && hasScalar(row, ANSWERS),
  turns: (row) => Array.isArray(row['turns']),
  'sentence-pair': (row) => SENTENCE_PAIRS.some((pair) => pair.every((f) => hasString(row, [f]))),
  'labelled-text': (row) => hasString(row, TEXTS) && LABELS.some((field) => isLabel(row[field])),
  text: (row) => hasString(row, TEXTS),
  fields: (row) => someString(row, hasText),
};

/**
 * The shape of one row: the most specific one that its keys fit, in the order of SHAPE_IDS; undefined when there is no
 * string in it anywhere.
 */
export function detectShape(record: JsonObject): ShapeId | undefined {
  return SHAPE_IDS.find((shape) => TESTS[shape](record));
}

function isPreference(row: JsonObject): boolean {
  return isAnswer(row['chosen']) && isAnswer(row['rejected']);
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'string' || isTurnList(value) || isTurn(value);
}

function hasConversation(row: JsonObject): boolean {
  return CONVERSATION_FIELDS.some((field) => isTurnList(row[field]));
}

function hasKtoLabel(row: JsonObject): boolean {
  return KTO_LABELS.some((field) => typeof row[field] === 'boolean');
}

function hasString(row: JsonObject, fields: readonly string[]): boolean {
  return fields.some((field) => typeof row[field] === 'string');
}

function hasScalar(row: JsonObject, fields: readonly string[]): boolean {
  return fields.some((field) => {
    const kind = typeof row[field];
    return kind === 'string' || kind === 'number' || kind === 'boolean';
  });
}

function isLabel(value: unknown): boolean {
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' || Array.isArray(value);
}
