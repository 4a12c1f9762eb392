import {
  ALPACA_RESPONSES,
  ANSWERS,
  ANSWERS_TO_TURNS,
  COMPLETIONS,
  PROMPTS,
  PROMPTS_OF_SEVERAL,
  QUESTIONS,
  SEVERAL_COMPLETIONS,
  TEXTS,
} from './fieldNames.ts';
import type { JsonObject } from './jsonObject.ts';
import type { ShapeId } from './rowTypes.ts';
import { scalarText } from './textPart.ts';

/** Fields that ask and fields that answer them; plain data. */
export interface AnswerPair {
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

const PAIRS: readonly AnswerPair[] = [
  { questions: ['instruction'], answers: ALPACA_RESPONSES },
  { questions: PROMPTS, answers: COMPLETIONS },
  { questions: QUESTIONS, answers: ANSWERS },
  { questions: PROMPTS_OF_SEVERAL, answers: SEVERAL_COMPLETIONS },
  { questions: TEXTS, answers: ANSWERS_TO_TURNS },
];

/** Without an answer a row has no other shape: the answer is a part of theirs. */
const SHAPES: ReadonlySet<ShapeId> = new Set<ShapeId>([
  'alpaca',
  'completions',
  'labelled-text',
  'text',
  'fields',
  'own-fields',
]);

/**
 * The pairs of which at least half of the questions have an answer: of the others, questions may be
 * all that is wanted. O(sample).
 */
export function answerPairs(sample: readonly JsonObject[]): readonly AnswerPair[] {
  return PAIRS.filter(({ questions, answers }) => {
    const asked = sample.filter((record) => hasAny(record, questions));
    const answered = asked.filter((record) => hasAny(record, answers));
    return answered.length > 0 && 2 * answered.length >= asked.length;
  });
}

/** Whether a row asks something and has no answer to it, where others have one. */
export function lacksAnswer(
  record: JsonObject,
  shape: ShapeId,
  answered: readonly AnswerPair[],
): boolean {
  if (!SHAPES.has(shape)) return false;
  let isAsked = false;
  for (const { questions, answers } of answered) {
    if (!hasAny(record, questions)) continue;
    if (hasAny(record, answers)) return false;
    isAsked = true;
  }
  return isAsked;
}

function hasAny(record: JsonObject, fields: readonly string[]): boolean {
  for (const field of fields) {
    const value = record[field];
    // Turns, or answers that count as right.
    if (scalarText(value) !== undefined || (Array.isArray(value) && value.length > 0)) return true;
  }
  return false;
}
