import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { prettyJson } from './prettyJson.ts';
import { isTurn, roleOf, SPEAKER_FIELDS, turnText } from './turnParts.ts';

/** A piece of a record as a person reads it: one turn of a conversation, or one field. */
export interface RecordSection {
  /** Where it stands in the record: `instruction`, `messages[0] · user`. */
  readonly label: string;
  readonly text: string;
  /** Whether it is text as written, not JSON: only that is counted in tokens. */
  readonly isText: boolean;
}

const SPEAKERS: ReadonlySet<string> = new Set(SPEAKER_FIELDS);
const KEYS_OF_TURN = new Set([
  ...['role', 'from', 'content', 'value', 'text', 'parts', 'message'],
  ...['tool_calls', 'function_call'],
]);

/** A whole record in reading order: turns one by one with their text unescaped, other fields as text or indented JSON. */
export function recordSections(record: JsonObject): RecordSection[] {
  return Object.entries(record).flatMap(([field, value]) => sectionsOf(field, value));
}

function sectionsOf(field: string, value: unknown): RecordSection[] {
  if (typeof value === 'string') return [{ label: field, text: value, isText: true }];
  if (isTurn(value)) return [turnSection(field, value)];
  if (Array.isArray(value) && value.length > 0 && value.every(isTurn)) {
    return value.map((turn, index) => turnSection(`${field}[${index}]`, turn));
  }
  if (Array.isArray(value) && value.some(isJsonObject)) {
    return value.flatMap((item, index) =>
      isJsonObject(item)
        ? Object.entries(item).flatMap(([key, part]) =>
            sectionsOf(`${field}[${index}].${key}`, part),
          )
        : sectionsOf(`${field}[${index}]`, item),
    );
  }
  return [{ label: field, text: prettyJson(value), isText: false }];
}

function turnSection(place: string, turn: JsonObject): RecordSection {
  const role = roleOf(turn);
  const rest = Object.entries(turn).filter(
    ([key, value]) => !KEYS_OF_TURN.has(key) && !(SPEAKERS.has(key) && value === role),
  );
  const text = turnText(turn);
  return {
    label: `${place} · ${String(role)}`,
    text: rest.length > 0 ? `${text}\n\n${prettyJson(Object.fromEntries(rest))}` : text,
    isText: true,
  };
}
