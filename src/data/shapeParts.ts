import {
  ALPACA_INPUTS,
  ALPACA_RESPONSES,
  ANSWERS,
  COMPLETIONS,
  CONVERSATION_FIELDS,
  PREFERENCE_PROMPTS,
  PROMPTS,
  QUESTIONS,
  SENTENCE_PAIRS,
  TEXTS,
} from './fieldNames.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import type { FieldName, KnownShape } from './rowTypes.ts';
import { scalarText } from './textPart.ts';
import type { RowParts, TextPart } from './textPart.ts';
import { isTurn, isTurnList, turnParts } from './turnParts.ts';

type Parts = readonly TextPart[];

const NO_PARTS: Parts = [];
const CHAT_FIELDS = ['messages', ...CONVERSATION_FIELDS] as const;

/** What each shape reads as instruction and response. The shape must be what detectShape said of the row. */
const READERS: Readonly<Record<KnownShape, (row: JsonObject) => RowParts>> = {
  'preference-conversations': preference,
  'preference-messages': preference,
  preference,
  'kto-messages': (row) => (chatField(row) === undefined ? promptCompletion(row) : chat(row)),
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
    response: partOf(row, ALPACA_RESPONSES),
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
    const pair = SENTENCE_PAIRS.find((fields) => fields.every((f) => typeof row[f] === 'string'));
    if (!pair) return instructionAlone(NO_PARTS);
    return { instruction: partOf(row, [pair[0]]), response: partOf(row, [pair[1]]) };
  },
  'labelled-text': (row) => instructionAlone(partOf(row, TEXTS)),
  text: (row) => instructionAlone(partOf(row, TEXTS)),
};

export function shapeParts(shape: KnownShape, record: JsonObject): RowParts {
  return READERS[shape](record);
}

function chat(row: JsonObject): RowParts {
  const field = chatField(row);
  if (field === undefined) return instructionAlone(NO_PARTS);
  return turnParts(field, row[field] as readonly unknown[]);
}

function chatField(row: JsonObject): (typeof CHAT_FIELDS)[number] | undefined {
  return CHAT_FIELDS.find((field) => isTurnList(row[field]));
}

/** The chosen answer is the response. Where no prompt stands beside it, its own user turns are the instruction. */
function preference(row: JsonObject): RowParts {
  return { instruction: preferencePrompt(row), response: firstOf(row, ['chosen'], 'response') };
}

function preferencePrompt(row: JsonObject): Parts {
  const field = chatField(row);
  const prompt = firstOf(row, field === undefined ? PREFERENCE_PROMPTS : [field], 'instruction');
  if (prompt.length > 0) return prompt;
  const alpaca = instructionAndInput(row);
  if (alpaca.length > 0) return alpaca;
  const chosen = row['chosen'];
  return isTurnList(chosen) ? turnParts('chosen', chosen).instruction : NO_PARTS;
}

function promptCompletion(row: JsonObject): RowParts {
  return {
    instruction: firstOf(row, PROMPTS, 'instruction'),
    response: firstOf(row, COMPLETIONS, 'response'),
  };
}

function instructionAndInput(row: JsonObject): Parts {
  return [...partOf(row, ['instruction']), ...partOf(row, ALPACA_INPUTS)];
}

/** The first of the fields that has text for the view: a string as a whole; of turns, those that belong to the view. */
function firstOf(row: JsonObject, fields: readonly string[], view: FieldName): Parts {
  for (const field of fields) {
    const value = row[field];
    const turns = isTurn(value) ? [value] : value;
    const parts = isTurnList(turns) ? turnParts(field, turns)[view] : textPart(value, field);
    if (parts.length > 0) return parts;
  }
  return NO_PARTS;
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
