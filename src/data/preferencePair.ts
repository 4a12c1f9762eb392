import { valueAt } from './fieldPath.ts';
import type { JsonObject } from './jsonObject.ts';
import { isStringList } from './textPart.ts';
import { isTurn, isTurnList } from './turnParts.ts';

/** The paths to two answers of which one is preferred. */
export interface PreferencePair {
  readonly chosen: string;
  readonly rejected: string;
}

/** Pairs whose names say which is preferred. */
const NAMED: readonly PreferencePair[] = [
  ['chosen', 'rejected'],
  ['preferred_output', 'non_preferred_output'],
  ['chosen_response', 'rejected_response'],
  ['accepted', 'rejected'],
  ['response', 'rejected_response'],
  ['messages', 'rejected_response'],
  ['messages', 'rejected_messages'],
  ['response_j', 'response_k'],
].map(([chosen, rejected]) => ({ chosen: chosen!, rejected: rejected! }));

/** What answers of which a verdict says which is better are called, … */
const ANSWERS = ['response', 'output', 'answer', 'completion', 'conversation', 'human_ref'];
/** … before what tells them apart. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['_1', '_2'],
  ['1', '2'],
  ['_0', '_1'],
  ['_a', '_b'],
  ['_A', '_B'],
];
/**
 * Verdicts that name the better one: `2`, `b`, `model_b`. Of two numbers it is the nearer one, as AlpacaEval has them from 1
 * to 2. Any other word, such as `tie`, names none.
 */
const NAMING = ['preference', 'preferred', 'better_response_id', 'winner'];
/** Below 0 where the first is better, above where the second is, as HelpSteer has it. */
const SIGNED = ['overall_preference', 'preference_strength'];
/** Each answer has one, the better the higher: SHP's `score_A`, LMSYS' `winner_model_a`. */
const MARKS = ['score', 'winner_model'];

/** Two answers in a list, and their verdict, which is the place of the better one: OpenAI's summaries from feedback. */
const LISTED = { answers: 'summaries', text: 'text', verdict: 'choice' };

/** A row with a pair has at least one of these keys. */
export const PREFERENCE_MARKERS: readonly string[] = [
  ...NAMED.map(({ rejected }) => rejected),
  ...NAMING,
  ...SIGNED,
  ...MARKS.flatMap((mark) => ENDINGS.map(([first]) => mark + first)),
  LISTED.answers,
];

/** The pair of answers that a row has; undefined where it has none, or nothing says which of them is better. */
export function preferencePair(row: JsonObject): PreferencePair | undefined {
  return NAMED.find((pair) => isPair(row, pair)) ?? judgedPair(row) ?? listedPair(row);
}

function judgedPair(row: JsonObject): PreferencePair | undefined {
  for (const ending of ENDINGS) {
    const better = betterOf(row, ending);
    if (better === undefined) continue;
    const [chosen, rejected] = better === 0 ? ending : [ending[1], ending[0]];
    for (const answer of ANSWERS) {
      const pair = { chosen: answer + chosen, rejected: answer + rejected };
      if (isPair(row, pair)) return pair;
    }
  }
  return undefined;
}

function listedPair(row: JsonObject): PreferencePair | undefined {
  const better = row[LISTED.verdict];
  if (better !== 0 && better !== 1) return undefined;
  const [chosen, rejected] = [better, 1 - better].map(
    (at) => `${LISTED.answers}.${at}.${LISTED.text}`,
  );
  const areThere = isAnswer(valueAt(row, chosen!)) && isAnswer(valueAt(row, rejected!));
  return areThere ? { chosen: chosen!, rejected: rejected! } : undefined;
}

/** Which of two answers is better. */
function betterOf(row: JsonObject, ending: readonly [string, string]): 0 | 1 | undefined {
  for (const field of NAMING) {
    const better = namedBy(row[field], ending);
    if (better !== undefined) return better;
  }
  for (const field of SIGNED) {
    const better = higherOf(0, row[field]);
    if (better !== undefined) return better;
  }
  for (const mark of MARKS) {
    const better = higherOf(row[mark + ending[0]], row[mark + ending[1]]);
    if (better !== undefined) return better;
  }
  return undefined;
}

function namedBy(verdict: unknown, [first, second]: readonly [string, string]): 0 | 1 | undefined {
  const number = numberIn(verdict);
  if (number !== undefined) {
    const [low, high] = [Number(first.slice(-1)), Number(second.slice(-1))];
    return number >= low && number <= high ? higherOf(high - number, number - low) : undefined;
  }
  if (typeof verdict !== 'string') return undefined;
  const name = /(?:(?:^|[\W_])[a-z]|(?<![\d-])\d)$/i.exec(verdict)?.[0].slice(-1);
  if (name === undefined) return undefined;
  const isNamed = (ending: string) => ending.slice(-1).toLowerCase() === name.toLowerCase();
  return isNamed(first) ? 0 : isNamed(second) ? 1 : undefined;
}

function higherOf(first: unknown, second: unknown): 0 | 1 | undefined {
  const [a, b] = [numberIn(first), numberIn(second)];
  if (a === undefined || b === undefined || a === b) return undefined;
  return a > b ? 0 : 1;
}

/** A number, which in a cell of a table is a text. */
function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[-+]?\d+(?:\.\d+)?$/.test(value)
    ? Number(value)
    : undefined;
}

function isPair(row: JsonObject, { chosen, rejected }: PreferencePair): boolean {
  return isAnswer(row[chosen]) && isAnswer(row[rejected]);
}

/** Several answers that all are preferred, or none of them is, stand in a list: RewardBench 2. */
function isAnswer(value: unknown): boolean {
  return typeof value === 'string' || isStringList(value) || isTurnList(value) || isTurn(value);
}
