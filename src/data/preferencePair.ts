import type { JsonObject } from './jsonObject.ts';
import { isTurn, isTurnList } from './turnParts.ts';

/** The fields of two answers of which one is preferred. */
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
/** Verdicts that name the better one: `2`, `b`, `model_b`. Any other word, such as `tie`, names none. */
const NAMING = ['preference', 'preferred', 'better_response_id', 'winner'];
/** Below 0 where the first is better, above where the second is, as HelpSteer has it. */
const SIGNED = ['overall_preference', 'preference_strength'];
/** Each answer has one, the better the higher: SHP's `score_A`, LMSYS' `winner_model_a`. */
const MARKS = ['score', 'winner_model'];

/** A row with a pair has at least one of these keys. */
export const PREFERENCE_MARKERS: readonly string[] = [
  ...NAMED.map(({ rejected }) => rejected),
  ...NAMING,
  ...SIGNED,
  ...MARKS.flatMap((mark) => ENDINGS.map(([first]) => mark + first)),
];

/** The pair of answers that a row has; undefined where it has none, or nothing says which of them is better. */
export function preferencePair(row: JsonObject): PreferencePair | undefined {
  return NAMED.find((pair) => isPair(row, pair)) ?? judgedPair(row);
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
  if (typeof verdict !== 'string' && typeof verdict !== 'number') return undefined;
  const name = /(?:(?:^|[\W_])[a-z]|(?<![\d-])\d)$/i.exec(String(verdict))?.[0].slice(-1);
  if (name === undefined) return undefined;
  const isNamed = (ending: string) => ending.slice(-1).toLowerCase() === name.toLowerCase();
  return isNamed(first) ? 0 : isNamed(second) ? 1 : undefined;
}

function higherOf(first: unknown, second: unknown): 0 | 1 | undefined {
  if (typeof first !== 'number' || typeof second !== 'number' || first === second) return undefined;
  return first > second ? 0 : 1;
}

function isPair(row: JsonObject, { chosen, rejected }: PreferencePair): boolean {
  return isAnswer(row[chosen]) && isAnswer(row[rejected]);
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'string' || isTurnList(value) || isTurn(value);
}
