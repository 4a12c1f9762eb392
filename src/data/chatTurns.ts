import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { someString } from './someString.ts';
import { hasText, isStringList, isWordy } from './textPart.ts';
import { hasReadRole, isConversation, isTurn, isTurnList } from './turnParts.ts';
import { writtenTurns } from './writtenTurns.ts';

/** What asks and what answers in an exchange: an item of a conversation that has both, as Capybara's and XTuner's do. */
const ASKING = ['human', 'user', 'input', 'prompt', 'question', 'query', 'instruction'] as const;
const ANSWERING = [
  'assistant',
  'gpt',
  'bot',
  'output',
  'response',
  'completion',
  'answer',
] as const;

/**
 * The turns of a conversation in whatever form it is: a list of turns that say who speaks, also in rounds; one of
 * exchanges, of which each is two turns and a `system` before them, or a pair of texts; one of texts that say whether
 * they are learnt, as Axolotl's `segments`; or a text that is a chat. Undefined where it is no list of objects or
 * pairs and no such text.
 */
export function chatTurns(value: unknown): readonly unknown[] | undefined {
  if (typeof value === 'string') return writtenTurns(value);
  if (!isTurnList(value)) return Array.isArray(value) ? turnsOfRounds(value) : undefined;
  const [first] = value;
  if (!isJsonObject(first) || hasReadRole(first)) return value;
  if (isExchange(first) || isNamedTurn(first)) return value.flatMap(turnsOfExchange);
  return isSegment(first) ? value.map(turnOfSegment) : value;
}

/** The turns of a list of texts, which two say in turn, the user first, as in LIMA. */
export function turnsOfTexts(value: unknown): readonly unknown[] | undefined {
  if (!isStringList(value) || value.length === 0) return undefined;
  return value.map((content, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content }));
}

/**
 * Whether a row is UltraChat's: a chat as the texts of its `data`, a name that elsewhere may be of anything. So each text
 * has its answer, most are of more than one word, and there is no other text in the row.
 */
export function isChatInData(row: JsonObject): boolean {
  const { data, ...others } = row;
  return (
    isStringList(data) &&
    data.length > 0 &&
    data.length % 2 === 0 &&
    data.every(hasText) &&
    data.filter(isWordy).length * 2 > data.length &&
    !someString(others, isWordy)
  );
}

function turnsOfRounds(rounds: readonly unknown[]): readonly unknown[] | undefined {
  if (!Array.isArray(rounds[0])) return undefined;
  if (rounds.every(isPairOfTexts)) {
    return rounds.flatMap(([content, answer]) => [
      { role: 'user', content },
      { role: 'assistant', content: answer },
    ]);
  }
  const areTurns = rounds.every((round) => isConversation(round) && round.every(isTurn));
  return areTurns ? rounds.flat() : undefined;
}

function isPairOfTexts(value: unknown): value is readonly [string, string] {
  return isStringList(value) && value.length === 2;
}

function isSegment({ label, text }: JsonObject): boolean {
  return typeof label === 'boolean' && typeof text === 'string';
}

/** What is learnt is the answer. */
function turnOfSegment(item: unknown): unknown {
  return isJsonObject(item) && isSegment(item)
    ? { role: item['label'] === true ? 'assistant' : 'user', content: item['text'] }
    : item;
}

function isExchange(item: JsonObject): boolean {
  return [ASKING, ANSWERING].every((names) => nameIn(item, names) !== undefined);
}

/** A turn that has its role as the name of its text: `{"user": "…"}`. */
function isNamedTurn(item: JsonObject): boolean {
  const [name, ...more] = Object.keys(item);
  if (name === undefined || more.length > 0) return false;
  return nameIn(item, ['system', ...ASKING, ...ANSWERING]) === name;
}

function turnsOfExchange(item: unknown): readonly unknown[] {
  if (!isJsonObject(item)) return [item];
  const asking = nameIn(item, ASKING);
  const answering = nameIn(item, ANSWERING);
  return [
    ...(typeof item['system'] === 'string' ? [{ role: 'system', content: item['system'] }] : []),
    ...(asking === undefined ? [] : [{ role: 'user', content: item[asking] }]),
    ...(answering === undefined ? [] : [{ role: 'assistant', content: item[answering] }]),
  ];
}

function nameIn(item: JsonObject, names: readonly string[]): string | undefined {
  return names.find((name) => typeof item[name] === 'string');
}
