import { chatTurns } from './chatTurns.ts';
import {
  ALPACA_INPUTS,
  ALPACA_RESPONSES,
  ANSWERS,
  ANSWERS_TO_TURNS,
  ANSWERS_WITH_MORE,
  COMPLETIONS,
  PREFERENCE_PROMPTS,
  PROMPTS,
  PROMPTS_OF_SEVERAL,
  QUESTIONS,
  REFERENCES,
  SEVERAL_COMPLETIONS,
  TEXTS,
  TEXT_OUTPUTS,
  WRITTEN,
} from './fieldNames.ts';
import { valueAt } from './fieldPath.ts';
import { findChat, findOtherChat, systemPrompt, type Chat } from './findChat.ts';
import { findReply } from './findReply.ts';
import { isAsking } from './fallbackFields.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { nestedAnswer } from './nestedAnswer.ts';
import { preferencePair, type PreferencePair } from './preferencePair.ts';
import type { FieldName, KnownShape } from './rowTypes.ts';
import { sentencePair } from './sentencePair.ts';
import { isStringList, isWordy, scalarText } from './textPart.ts';
import type { RowParts, TextPart } from './textPart.ts';
import { isAnswerTurn, isConversation, turnParts } from './turnParts.ts';
import { turnsIn } from './turnsIn.ts';
import { readRounds } from './writtenRounds.ts';

type Parts = readonly TextPart[];

const NO_PARTS: Parts = [];

/** What each shape reads as instruction and response. The shape must be what detectShape said of the row. */
const READERS: Readonly<Record<KnownShape, (row: JsonObject) => RowParts>> = {
  'preference-conversations': preference,
  'preference-messages': preference,
  preference,
  'kto-messages': (row) => (findChat(row) ? chat(row) : promptCompletion(row)),
  kto: afterHistory((row) =>
    typeof row['prompt'] === 'string' ? promptCompletion(row) : alpaca(row),
  ),
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
  alpaca: afterHistory(alpaca),
  'prompt-completion': afterHistory(promptCompletion),
  'question-answer': afterHistory((row) => {
    const response = firstOf(row, ANSWERS, 'response');
    return {
      instruction: partOf(row, QUESTIONS),
      response: response.length > 0 ? response : nestedPart(row, ANSWERS_WITH_MORE),
    };
  }),
  completions: (row) => {
    const response = stepParts(row) ?? nestedPart(row, SEVERAL_COMPLETIONS);
    return {
      instruction: firstOf(row, [...PROMPTS_OF_SEVERAL, 'context'], 'instruction'),
      response: response.length > 0 ? response : firstOf(row, ANSWERS_TO_TURNS, 'response'),
    };
  },
  turns: (row) => {
    const turns = chatTurns(row['turns']);
    if (turns) return turnParts('turns', turns);
    const texts: readonly unknown[] = Array.isArray(row['turns']) ? row['turns'] : [];
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
  transcript: (row) => {
    for (const field of TEXTS) {
      const turns = turnsIn(row[field], 'instruction');
      if (turns) return turnParts(field, turns);
    }
    return instructionAlone(NO_PARTS);
  },
  'text-output': (row) => ({
    instruction: partOf(row, TEXTS),
    response: partOf(row, TEXT_OUTPUTS),
  }),
  'labelled-text': (row) => instructionAlone(partOf(row, TEXTS)),
  text: (row) => instructionAlone(partOf(row, TEXTS)),
};

export function shapeParts(shape: KnownShape, record: JsonObject): RowParts {
  return READERS[shape](record);
}

/**
 * Rows that ask something, with what was said before: a `history` of pairs or turns, as LLaMA Factory and ms-swift have it.
 * They learn its answers, too, so that such a row is a conversation.
 */
function afterHistory(read: (row: JsonObject) => RowParts): (row: JsonObject) => RowParts {
  return (row) => {
    const parts = read(row);
    const history = historyParts(row);
    if (!history) return parts;
    return {
      instruction: [...history.instruction, ...parts.instruction],
      response: [...history.response, ...parts.response],
    };
  };
}

function historyParts(row: JsonObject): RowParts | undefined {
  const turns = chatTurns(row['history']);
  return isConversation(turns) ? turnParts('history', turns) : undefined;
}

/** A conversation or a request, with its answer where that stands beside it; a reply whose request is not there. */
function chat(row: JsonObject): RowParts {
  const found = findChat(row) ?? findOtherChat(row);
  const parts = chatParts(found);
  if (!found || !parts) return { instruction: NO_PARTS, response: replyParts(row) };
  const answer = answerBeside(row, found, parts);
  return answer.length > 0 ? { ...parts, response: [...parts.response, ...answer] } : parts;
}

/**
 * The answer that a log has beside what was asked; none where the last turn is one, or nothing that is asked can be
 * read.
 */
export function answerBeside(
  row: JsonObject,
  { field, turns, isRequest }: Chat,
  { instruction } = turnParts(field, turns),
): Parts {
  const isOpen = isRequest || (instruction.length > 0 && !isAnswerTurn(turns.at(-1)));
  if (!isOpen) return NO_PARTS;
  const answer = firstOf(row, ANSWERS_TO_TURNS, 'response');
  if (answer.length > 0) return answer;
  const reply = replyParts(row);
  return reply.length > 0 ? reply : referenceParts(row);
}

/** What would be right to answer. */
function referenceParts(row: JsonObject): Parts {
  const reference = firstOf(row, REFERENCES, 'response');
  return reference.length > 0 ? reference : nestedPart(row, REFERENCES);
}

function replyParts(row: JsonObject): Parts {
  const reply = findReply(row);
  return reply ? turnParts(reply.field, reply.turns).response : NO_PARTS;
}

function chatParts(found: Chat | undefined): RowParts | undefined {
  if (found === undefined) return undefined;
  const { asked } = found;
  const said = turnParts(found.field, found.turns);
  const parts = asked ? { ...said, instruction: [...said.instruction, asked] } : said;
  // By itself a system prompt is no row: it would hide that the turns cannot be read.
  if (parts.instruction.length === 0 && parts.response.length === 0) return parts;
  const system = systemPrompt(found);
  return system ? { ...parts, instruction: [system, ...parts.instruction] } : parts;
}

/** The rejected answer of a preference pair, read as the chosen one is. */
export function rejectedParts(row: JsonObject): Parts {
  const pair = preferencePair(row);
  return pair ? answerParts(readRounds(row, pair), pair.rejected) : NO_PARTS;
}

/** The chosen answer is the response. Where no prompt stands beside it, its own user turns are the instruction. */
function preference(row: JsonObject): RowParts {
  const pair = preferencePair(row);
  if (!pair) return instructionAlone(NO_PARTS);
  const read = readRounds(row, pair);
  return {
    instruction: preferencePrompt(read, pair),
    response: answerParts(read, pair.chosen),
  };
}

function answerParts(row: JsonObject, path: string): Parts {
  return partsIn(valueAt(row, path), path, 'response');
}

function preferencePrompt(row: JsonObject, { chosen, rejected }: PreferencePair): Parts {
  const prompt =
    chatParts(findChat(row))?.instruction ?? firstOf(row, PREFERENCE_PROMPTS, 'instruction');
  const asking = prompt.length > 0 ? prompt : instructionAndInput(row);
  if (asking.length > 0) {
    const history = historyParts(row);
    return history ? [...history.instruction, ...asking] : asking;
  }
  if (turnsIn(row[chosen], 'instruction') !== undefined) {
    return firstOf(row, [chosen], 'instruction');
  }
  const elsewhere = Object.keys(row).filter(
    (field) => field !== chosen && field !== rejected && asksElsewhere(field, row[field]),
  );
  const asked = firstOf(row, elsewhere, 'instruction');
  return asked.length > 0 ? asked : nestedPart(row, [...PREFERENCE_PROMPTS, 'info']);
}

/** A conversation or a text under a name of its own, such as UltraInteract's `trajectory` and SHP's `history`. */
function asksElsewhere(field: string, value: unknown): boolean {
  if (isConversation(value)) return true;
  return typeof value === 'string' && isWordy(value) && (field === 'history' || isAsking(field));
}

function promptCompletion(row: JsonObject): RowParts {
  const asksInTurns = PROMPTS.some((field) => turnsIn(row[field], 'instruction') !== undefined);
  const completions = asksInTurns ? ANSWERS_TO_TURNS : COMPLETIONS;
  const isCompleted = completions.some((field) => (row[field] ?? null) !== null);
  return {
    instruction: firstOf(row, PROMPTS, 'instruction'),
    response: firstOf(row, isCompleted ? completions : WRITTEN, 'response'),
  };
}

function alpaca(row: JsonObject): RowParts {
  return {
    instruction: instructionAndInput(row),
    response: firstOf(row, ALPACA_RESPONSES, 'response'),
  };
}

function instructionAndInput(row: JsonObject): Parts {
  return [...partOf(row, ['instruction']), ...firstOf(row, ALPACA_INPUTS, 'instruction')];
}

/**
 * The first of the fields that has text for the view: a string as a whole; of turns, those that belong to the view; of
 * several answers that count as right, the first. Beside its solution, an answer is no more than what that comes to.
 */
function firstOf(row: JsonObject, fields: readonly string[], view: FieldName): Parts {
  const isSolved = fields.includes('solution') && scalarText(row['solution']) !== undefined;
  for (const field of fields) {
    if (isSolved && field === 'answer') continue;
    const parts = partsIn(row[field], field, view);
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

/** The steps of one answer, where each has a label that says whether it is right, as TRL's stepwise supervision has them. */
function stepParts(row: JsonObject): Parts | undefined {
  const { completions, labels } = row;
  if (!isStringList(completions) || !Array.isArray(labels)) return undefined;
  const areSteps =
    labels.length === completions.length && labels.every((label) => typeof label === 'boolean');
  return areSteps ? completions.flatMap((text) => textPart(text, 'completions')) : undefined;
}

/** An answer in an object, or the best of several. */
function nestedPart(row: JsonObject, fields: readonly string[]): Parts {
  const path = nestedAnswer(row, fields);
  return path === undefined ? NO_PARTS : partsIn(valueAt(row, path), path, 'response');
}

function partsIn(value: unknown, field: string, view: FieldName): Parts {
  const turns = turnsIn(value, view);
  return turns ? turnParts(field, turns)[view] : textPart(firstAnswer(value, view), field);
}

function textPart(value: unknown, field: string): Parts {
  const text = scalarText(value);
  return text === undefined ? NO_PARTS : [{ text, field }];
}

function instructionAlone(instruction: Parts): RowParts {
  return { instruction, response: NO_PARTS };
}
