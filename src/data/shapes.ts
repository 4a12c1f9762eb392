import {
  ALPACA_INPUTS,
  ALPACA_RESPONSES,
  ANSWERS,
  ANSWERS_TO_TURNS,
  ANSWERS_WITH_MORE,
  COMPLETIONS,
  CONVERSATION_FIELDS,
  KTO_LABELS,
  LABELS,
  PROMPTS,
  PROMPTS_OF_SEVERAL,
  QUESTIONS,
  SENTENCE_PAIRS,
  SEVERAL_COMPLETIONS,
  TEXTS,
  TEXT_OUTPUTS,
  WRITTEN,
} from './fieldNames.ts';
import { hasTextBeside } from './fallbackFields.ts';
import { chatTurns, isChatInData, turnsOfTexts } from './chatTurns.ts';
import { findOtherChat, ownTurn } from './findChat.ts';
import { findReply } from './findReply.ts';
import type { JsonObject } from './jsonObject.ts';
import { nestedAnswer } from './nestedAnswer.ts';
import { PREFERENCE_MARKERS, preferencePair } from './preferencePair.ts';
import { replyIn } from './replyIn.ts';
import { SHAPE_IDS } from './rowTypes.ts';
import type { FieldName, KnownShape } from './rowTypes.ts';
import { sentencePair } from './sentencePair.ts';
import { someString } from './someString.ts';
import { hasText, isStringList, isWordy } from './textPart.ts';
import { isConversation, isTurn, isTurnList } from './turnParts.ts';
import { turnsIn } from './turnsIn.ts';
import { turnsOfParts, writtenTurns } from './writtenTurns.ts';

interface ShapeRule {
  /** A row of the shape has at least one of these keys; the test is not asked where it has none. */
  readonly markers: readonly string[];
  readonly test: (row: JsonObject) => boolean;
}

/** What makes a row be of a shape: its keys and their kinds, not whether there is text in them. */
const RULES: Readonly<Record<KnownShape, ShapeRule>> = {
  'preference-conversations': {
    markers: PREFERENCE_MARKERS,
    test: (row) => hasConversation(row) && preferencePair(row) !== undefined,
  },
  'preference-messages': {
    markers: PREFERENCE_MARKERS,
    test: (row) => {
      const pair = preferencePair(row);
      if (!pair) return false;
      return [row[pair.chosen], row['prompt'], row['messages']].some(
        (value) => isTurnList(value) || isTurn(value),
      );
    },
  },
  preference: {
    markers: PREFERENCE_MARKERS,
    test: (row) => preferencePair(row) !== undefined,
  },
  'kto-messages': {
    markers: KTO_LABELS,
    test: (row) =>
      hasKtoLabel(row) &&
      (chatTurns(row['messages']) !== undefined ||
        hasConversation(row) ||
        isTurnList(row['prompt']) ||
        (hasString(row, ['prompt']) && hasTurns(row, COMPLETIONS, 'response'))),
  },
  kto: {
    markers: KTO_LABELS,
    test: (row) =>
      hasKtoLabel(row) &&
      ((hasString(row, ['prompt']) && hasScalar(row, COMPLETIONS)) || isAlpacaOfKto(row)),
  },
  messages: { markers: ['messages'], test: (row) => chatTurns(row['messages']) !== undefined },
  conversations: {
    markers: [...CONVERSATION_FIELDS, 'data', 'chat'],
    test: (row) => hasConversation(row) || hasChatOfTexts(row),
  },
  'self-instruct': {
    markers: ['instances'],
    test: (row) => hasString(row, ['instruction']) && Array.isArray(row['instances']),
  },
  alpaca: {
    markers: ['instruction'],
    test: (row) =>
      hasString(row, ['instruction']) &&
      (hasScalar(row, ALPACA_RESPONSES) ||
        hasString(row, ALPACA_INPUTS) ||
        hasTurns(row, ALPACA_INPUTS, 'instruction') ||
        hasTurns(row, ALPACA_RESPONSES, 'response')),
  },
  'prompt-completion': {
    markers: PROMPTS,
    test: (row) =>
      ((hasString(row, PROMPTS) || isTurnList(row['prompt'])) && hasCompletion(row, COMPLETIONS)) ||
      (hasTurns(row, PROMPTS, 'instruction') && hasCompletion(row, ANSWERS_TO_TURNS)),
  },
  'question-answer': {
    markers: QUESTIONS,
    test: (row) =>
      hasString(row, QUESTIONS) &&
      (hasScalar(row, ANSWERS) ||
        hasTurns(row, ANSWERS, 'response') ||
        nestedAnswer(row, ANSWERS_WITH_MORE) !== undefined),
  },
  completions: {
    markers: SEVERAL_COMPLETIONS,
    test: (row) =>
      (hasString(row, PROMPTS_OF_SEVERAL) ||
        hasTurns(row, [...PROMPTS, 'context'], 'instruction')) &&
      nestedAnswer(row, SEVERAL_COMPLETIONS) !== undefined,
  },
  turns: { markers: ['turns'], test: (row) => Array.isArray(row['turns']) },
  'sentence-pair': {
    markers: [...SENTENCE_PAIRS.map(([first]) => first), 'translation'],
    test: (row) => sentencePair(row) !== undefined,
  },
  transcript: {
    markers: TEXTS,
    test: (row) => TEXTS.some((field) => isTranscript(row[field])),
  },
  'text-output': {
    markers: TEXT_OUTPUTS,
    // With nothing in it, a summary is no more than a column of a table of texts.
    test: (row) => hasString(row, TEXTS) && hasTextIn(row, TEXT_OUTPUTS),
  },
  'labelled-text': {
    markers: LABELS,
    test: (row) => hasString(row, TEXTS) && LABELS.some((field) => isLabel(row[field])),
  },
  text: { markers: TEXTS, test: (row) => hasString(row, TEXTS) },
};

const KNOWN_SHAPES = SHAPE_IDS.filter(
  (shape): shape is KnownShape => shape !== 'fields' && shape !== 'own-fields',
);
/**
 * What a text that someone says, or that was written for a prompt, has beside it; a bit of their own: most texts have
 * none.
 */
const MADE_MARKERS = ['role', 'from', 'generation_id', ...PROMPTS];
const MADE = 1 << KNOWN_SHAPES.length;
const SHAPES_OF_MARKER = shapesOfMarker();

/**
 * The shape of one row: the most specific one that its keys fit, in the order of SHAPE_IDS; `messages` where it is a
 * request to an API, what one replied, a tree of messages or a turn of one, and no other text; `fields` where there
 * is a string somewhere all the same, undefined where there is none.
 */
export function detectShape(record: JsonObject): KnownShape | 'fields' | undefined {
  let possible = 0;
  for (const key of Object.keys(record)) possible |= SHAPES_OF_MARKER.get(key) ?? 0;
  const known = knownShape(record, possible);
  const shape = known && (possible & MADE) !== 0 ? shapeOfMade(record, known) : known;
  if (shape !== undefined) return shape;
  if (findOtherChat(record)) return 'messages';
  const reply = findReply(record);
  if (reply && !hasTextBeside(reply, record)) return 'messages';
  return someString(record, hasText) ? 'fields' : undefined;
}

function knownShape(record: JsonObject, possible: number): KnownShape | undefined {
  for (let index = 0; possible !== 0 && index < KNOWN_SHAPES.length; index++) {
    const shape = KNOWN_SHAPES[index]!;
    if ((possible & (1 << index)) !== 0 && RULES[shape].test(record)) return shape;
  }
  return undefined;
}

/** A text that someone says is a turn; one that stands beside its prompt was written for that. */
function shapeOfMade(record: JsonObject, shape: KnownShape): KnownShape | undefined {
  if (shape !== 'text' && shape !== 'labelled-text') return shape;
  if (ownTurn(record) || replyIn(record)?.field === 'text') return undefined;
  const isWritten = shape === 'text' && hasTextIn(record, PROMPTS) && hasTextIn(record, WRITTEN);
  return isWritten ? 'prompt-completion' : shape;
}

/** For each marker, a bit for every shape that it points to: most rows are asked two or three tests instead of all. */
function shapesOfMarker(): ReadonlyMap<string, number> {
  const shapes = new Map<string, number>();
  KNOWN_SHAPES.forEach((shape, index) => {
    for (const marker of RULES[shape].markers) {
      shapes.set(marker, (shapes.get(marker) ?? 0) | (1 << index));
    }
  });
  for (const marker of MADE_MARKERS) shapes.set(marker, (shapes.get(marker) ?? 0) | MADE);
  return shapes;
}

function hasConversation(row: JsonObject): boolean {
  return CONVERSATION_FIELDS.some((field) => chatTurns(row[field]) !== undefined);
}

function hasChatOfTexts(row: JsonObject): boolean {
  return (
    CONVERSATION_FIELDS.some((field) => turnsOfTexts(row[field])) ||
    isChatInData(row) ||
    turnsOfParts(row['chat']) !== undefined
  );
}

function hasTurns(row: JsonObject, fields: readonly string[], view: FieldName): boolean {
  return fields.some((field) => isConversation(turnsIn(row[field], view)));
}

/** Answers in a list are those that count as right, as `ideal` has them. */
function hasCompletion(row: JsonObject, fields: readonly string[]): boolean {
  return hasScalar(row, fields) || hasTurns(row, fields, 'response') || isStringList(row['ideal']);
}

function hasKtoLabel(row: JsonObject): boolean {
  return KTO_LABELS.some((field) => typeof row[field] === 'boolean');
}

/** LLaMA Factory's; a `label` elsewhere may be of anything. */
function isAlpacaOfKto(row: JsonObject): boolean {
  return (
    typeof row['kto_tag'] === 'boolean' &&
    hasString(row, ['instruction']) &&
    hasScalar(row, ALPACA_RESPONSES)
  );
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

function isTranscript(value: unknown): boolean {
  return typeof value === 'string' && writtenTurns(value) !== undefined;
}

/** A code of one word is none of a program, but such as that of a language. */
function hasTextIn(row: JsonObject, fields: readonly string[]): boolean {
  return fields.some((field) => {
    const value = row[field];
    return typeof value === 'string' && (field === 'code' ? isWordy(value) : hasText(value));
  });
}

function isLabel(value: unknown): boolean {
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' || Array.isArray(value);
}
