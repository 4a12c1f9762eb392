import { chatTurns } from './chatTurns.ts';
import {
  ALPACA_INPUTS,
  ALPACA_RESPONSES,
  ANSWERS,
  COMPLETIONS,
  CHAT_FIELDS,
  CHOSEN,
  PROMPTS,
  QUESTIONS,
  SENTENCE_PAIRS,
  TEXTS,
} from './fieldNames.ts';
import { valueAt } from './fieldPath.ts';
import { isJsonObject, type JsonObject } from './jsonObject.ts';
import { isOfFailure } from './fallbackFields.ts';
import { englishRowFaultWords as words } from './rowFaultWords.ts';
import type { FieldSelection } from './rowTypes.ts';
import type { TextFields } from './rowParts.ts';
import { detectShape } from './shapes.ts';
import { sentence, type Sentence } from './sentence.ts';
import { someString } from './someString.ts';
import { hasText } from './textPart.ts';
import { hasReadRole, isTurn, roleOf, turnContent, turnText } from './turnParts.ts';
import { valueKind } from './valueKind.ts';

const TURN_FIELDS: readonly string[] = [...CHAT_FIELDS, 'turns'];
const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  ...TURN_FIELDS,
  'instruction',
  ...CHOSEN,
  ...PROMPTS,
  ...QUESTIONS,
  ...TEXTS,
  ...SENTENCE_PAIRS.flat(),
  ...ALPACA_INPUTS,
  ...ALPACA_RESPONSES,
  ...COMPLETIONS,
  ...ANSWERS,
  'instances',
]);
const MOST_FIELDS_NAMED = 3;
/** Objects within each other: the answer to a request, and its body. */
const DEEPEST_FAILURE = 3;

/**
 * Why a row has no text: that it tells of an error, as a request that failed does; else what is wrong with the first field
 * that should have some, in the order of the person's choice, the file's fallback and the known names; else where its only
 * strings stand; else what was looked for.
 */
export function noTextReason(
  record: JsonObject,
  { selection, fallback }: Pick<TextFields, 'selection' | 'fallback'>,
): Sentence {
  const views = ['instruction', 'response'] as const;
  const isChosen = views.every((view) => selection[view] !== undefined);
  const failure = isChosen ? undefined : failureIn(record);
  if (failure !== undefined) return sentence(words.errorIn, named(failure));
  const paths = [
    ...views.map((view) => selection[view]),
    ...(isChosen || hasKnownShape(record) ? [] : views.map((view) => fallback[view])),
    ...(isChosen ? [] : KNOWN_FIELDS),
  ];
  for (const path of paths) {
    const fault = path === undefined ? undefined : faultOfField(path, valueAt(record, path));
    if (fault) return fault;
  }
  const said = Object.keys(record).filter((key) => someString(record[key], hasText));
  if (isChosen || said.length === 0) return sentence(words.noText, wanted(selection));
  return sentence(words.textElsewhere, wanted(selection), fieldNames(said));
}

/** Where an error is told of, at the top or in an object, such as an answer's `body`. */
function failureIn(value: JsonObject, prefix = '', depth = 1): string | undefined {
  for (const [key, item] of Object.entries(value)) {
    if (isOfFailure(key) && someString(item, hasText)) return prefix + key;
    if (!isJsonObject(item) || depth === DEEPEST_FAILURE) continue;
    const failure = failureIn(item, `${prefix}${key}.`, depth + 1);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function hasKnownShape(record: JsonObject): boolean {
  return (detectShape(record) ?? 'fields') !== 'fields';
}

function wanted({ instruction, response }: FieldSelection): Sentence {
  return instruction !== undefined && response !== undefined
    ? sentence(words.chosenFields, instruction, response)
    : sentence(words.usualFields);
}

/** Undefined where the row lacks the field, or it has text of another view. */
function faultOfField(path: string, value: unknown): Sentence | undefined {
  if (value === undefined || (typeof value === 'string' && hasText(value))) return undefined;
  const field = named(path);
  const turns = chatTurns(value);
  if (turns && turns.length > 0) return faultOfTurns(field, turns);
  if (isTurn(value)) return sentence(words.noTextIn, field, sentence(words.aTurnWithoutText));
  return sentence(
    TURN_FIELDS.includes(path) ? words.noTurnsIn : words.noTextIn,
    field,
    kind(value),
  );
}

/** Of the first turn whose text is not read, for want of a role; of the first turn where there is none. */
function faultOfTurns(field: string, turns: readonly unknown[]): Sentence | undefined {
  const speaks = (turn: unknown) => isJsonObject(turn) && hasText(turnText(turn));
  const at = Math.max(turns.findIndex(speaks), 0);
  const turn = turns[at];
  const place = at + 1;
  if (!isJsonObject(turn)) return sentence(words.noTurn, place, field, kind(turn));
  const role: unknown = turn['role'] ?? turn['from'] ?? roleOf(turn);
  if (role === undefined || role === null) return sentence(words.noRole, place, field);
  if (typeof role !== 'string') return sentence(words.roleIsNoText, place, field, kind(role));
  if (!hasReadRole(turn)) return sentence(words.unreadRole, place, field, named(role));
  if (speaks(turn)) return undefined;
  const content = turnContent(turn);
  return sentence(words.noTextInTurn, place, field, kind(content));
}

function kind(value: unknown): Sentence {
  if (value === undefined) return sentence(words.noContent);
  if (typeof value === 'string' && !hasText(value)) return sentence(words.emptyText);
  if (!Array.isArray(value)) return sentence(valueKind(value));
  return sentence(value.length === 0 ? words.emptyArray : words.arrayWithoutText);
}

function fieldNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_FIELDS_NAMED).map(named);
  return [...shown, ...(names.length > MOST_FIELDS_NAMED ? ['…'] : [])].join(', ');
}

/** As it stands in the file; a long name is cut. */
function named(name: string): string {
  return `\`${name.length > 60 ? `${name.slice(0, 60)}…` : name}\``;
}
