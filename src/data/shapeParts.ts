import {
  ALPACA_INPUTS,
  ALPACA_RESPONSES,
  ANSWERS,
  ANSWERS_TO_TURNS,
  COMPLETIONS,
  CHOSEN,
  PREFERENCE_PROMPTS,
  PROMPTS,
  QUESTIONS,
  REJECTED,
  TEXTS,
} from './fieldNames.ts';
import { valueAt } from './fieldPath.ts';
import { findChat, findRequest, systemPrompt, type Chat } from './findChat.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import type { FieldName, KnownShape } from './rowTypes.ts';
import { sentencePair } from './sentencePair.ts';
import { isStringList, scalarText } from './textPart.ts';
import type { RowParts, TextPart } from './textPart.ts';
import { isTurnList, turnParts, turnsIn } from './turnParts.ts';

type Parts = readonly TextPart[];

const NO_PARTS: Parts = [];

/** What each shape reads as instruction and response. The shape must be what detectShape said of the row. */
const READERS: Readonly<Record<KnownShape, (row: JsonObject) => RowParts>> = {
  'preference-conversations': preference,
  'preference-messages': preference,
  preference,
  'kto-messages': (row) => chatParts(findChat(row)) ?? promptCompletion(row),
  kto: promptCompletion,
  messages: chat,
  conversations: chat,
  'self-instruct': (row) => {
    const instances: unknown = row['instances'];
    const first: unknown = Array.isArray(instances) ? instances[0] : undefined;
    return {
      instruction: partOf(row, ['instruction']),
      response: isJsonObject(first) ? textPart(first['output'], 'instances.0.output') : NO_PARTS,
    };
  },
  alpaca: (row) => ({
    instruction: instructionAndInput(row),
    response: firstOf(row, ALPACA_RESPONSES, 'response'),
  }),
  'prompt-completion': promptCompletion,
  'question-answer': (row) => ({
    instruction: partOf(row, QUESTIONS),
    response: partOf(row, ANSWERS),
  }),
  turns: (row) => {
    const turns = row['turns'];
    if (isTurnList(turns)) return turnParts('turns', turns);
    const texts: readonly unknown[] = Array.isArray(turns) ? turns : [];
    return instructionAlone(texts.flatMap((text) => textPart(text, 'turns')));
  },
  'sentence-pair': (row) => {
    const pair = sentencePair(row);
    if (!pair) return instructionAlone(NO_PARTS);
    return {
      instruction: textPart(valueAt(row, pair[0]), pair[0]),
      response: textPart(valueAt(row, pair[1]), pair[1]),
    };
  },
  'labelled-text': (row) => instructionAlone(partOf(row, TEXTS)),
  text: (row) => instructionAlone(partOf(row, TEXTS)),
};

export function shapeParts(shape: KnownShape, record: JsonObject): RowParts {
  return READERS[shape](record);
}

function chat(row: JsonObject): RowParts {
  return chatParts(findChat(row)) ?? requestParts(row);
}

/** A request, and its answer where a log has it beside it. */
function requestParts(row: JsonObject): RowParts {
  const parts = chatParts(findRequest(row)) ?? instructionAlone(NO_PARTS);
  const answer = firstOf(row, ANSWERS_TO_TURNS, 'response');
  return answer.length > 0 ? { ...parts, response: answer } : parts;
}

function chatParts(found: Chat | undefined): RowParts | undefined {
  if (found === undefined) return undefined;
  const parts = turnParts(found.field, found.turns);
  // By itself a system prompt is no row: it would hide that the turns cannot be read.
  if (parts.instruction.length === 0 && parts.response.length === 0) return parts;
  const system = systemPrompt(found);
  return system ? { ...parts, instruction: [system, ...parts.instruction] } : parts;
}

/** The rejected answer of a preference pair, read as the chosen one is. */
export function rejectedParts(row: JsonObject): Parts {
  return firstOf(row, REJECTED, 'response');
}

/** The chosen answer is the response. Where no prompt stands beside it, its own user turns are the instruction. */
function preference(row: JsonObject): RowParts {
  return { instruction: preferencePrompt(row), response: firstOf(row, CHOSEN, 'response') };
}

function preferencePrompt(row: JsonObject): Parts {
  const prompt =
    chatParts(findChat(row))?.instruction ?? firstOf(row, PREFERENCE_PROMPTS, 'instruction');
  if (prompt.length > 0) return prompt;
  const alpaca = instructionAndInput(row);
  if (alpaca.length > 0) return alpaca;
  const chosen = CHOSEN.find((field) => isTurnList(row[field]));
  return chosen === undefined ? NO_PARTS : firstOf(row, [chosen], 'instruction');
}

function promptCompletion(row: JsonObject): RowParts {
  const asksInTurns = PROMPTS.some((field) => turnsIn(row[field]) !== undefined);
  return {
    instruction: firstOf(row, PROMPTS, 'instruction'),
    response: firstOf(row, asksInTurns ? ANSWERS_TO_TURNS : COMPLETIONS, 'response'),
  };
}

function instructionAndInput(row: JsonObject): Parts {
  return [...partOf(row, ['instruction']), ...firstOf(row, ALPACA_INPUTS, 'instruction')];
}

/**
 * The first of the fields that has text for the view: a string as a whole; of turns, those that belong to the view; of
 * several answers that count as right, the first.
 */
function firstOf(row: JsonObject, fields: readonly string[], view: FieldName): Parts {
  for (const field of fields) {
    const value = row[field];
    const turns = turnsIn(value);
    const parts = turns ? turnParts(field, turns)[view] : textPart(firstAnswer(value, view), field);
    if (parts.length > 0) return parts;
  }
  return NO_PARTS;
}

function firstAnswer(value: unknown, view: FieldName): unknown {
  return view === 'response' && isStringList(value) ? value[0] : value;
}

/** The first of the fields that has text. */
function partOf(row: JsonObject, fields: readonly string[]): Parts {
  for (const field of fields) {
    const part = textPart(row[field], field);
    if (part.length > 0) return part;
  }
  return NO_PARTS;
}

function textPart(value: unknown, field: string): Parts {
  const text = scalarText(value);
  return text === undefined ? NO_PARTS : [{ text, field }];
}

function instructionAlone(instruction: Parts): RowParts {
  return { instruction, response: NO_PARTS };
}
