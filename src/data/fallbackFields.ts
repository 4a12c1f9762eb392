import { PROMPTS } from './fieldNames.ts';
import { valueAt } from './fieldPath.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { replyIn, type Reply } from './replyIn.ts';
import type { FieldName } from './rowTypes.ts';
import { isStringList, isWordy, joinParts } from './textPart.ts';
import { isConversation, turnParts } from './turnParts.ts';

/** Paths to the fields that serve rows of no known shape. */
export type FallbackFields = Partial<Record<FieldName, string>>;

const ASKING = /(?:^|_)(?:question|prompt|instruction|query|problem|request|user)(?:_|$)/;
const ANSWERING =
  /(?:^|_)(?:answer|response|output|completion|solution|target|reply|assistant|summary)s?(?:_|$)/;
const NOT_WANTED = /(?:^|_)(?:not|non|no|wrong|incorrect|false|bad|negative|rejected)(?:_|$)/;
const ABOUT_THE_ROW =
  /(?:^|_)(?:id|ids|uuid|guid|hash|url|uri|link|path|file|filename|date|time|timestamp|created|updated|split|version|source|license|lang|language|author|model|role|from)$/;

/** What is right, often a word or a number: the answer where no text is. */
const GROUND_TRUTH = /(?:^|_)ground_truth$/;

/** What stands in place of a row that could not be made. */
const FAILURE = /^(?:error|errors|error_message|exception|traceback)$/;

/** A text and what was made of it, its translation for one; the first stands in other files for where the row is from. */
const MADE_FROM: readonly (readonly [from: string, made: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
];
/** How many times as long as the other one of the two may be. */
const LARGEST_RATIO_OF_LENGTHS = 10;
/** Of the values of a field, those that differ: of fewer, they are labels such as the name of a site, … */
const SMALLEST_DISTINCT_SHARE = 0.2;
/** … and of a few rows half of them. */
const FEWEST_DISTINCT = 20;

/** Where a prompt has turns: in itself, or in the request that it is. */
const PROMPT_PATHS: ReadonlySet<string> = new Set(
  PROMPTS.flatMap((name) => [name, `${name}.messages`]),
);
const DEEPEST_OBJECT = 3;

/**
 * Which fields to read where no shape fits. Fields named as a question or an answer come first (`question`,
 * `answer_matching_behavior`), prompts of turns and what an interface replied; then a `source` and its `target` where both are texts and nothing else is;
 * then the longest: by mean length over all rows, of fields that read like text and stand in one row. Of two fields taken for
 * their length alone, the one that stands first in the file is the instruction.
 * @param isTaken whether a path serves as a tag, was chosen by the person or is no text
 */
export function fallbackFields(
  records: readonly JsonObject[],
  isTaken: (path: string) => boolean,
): FallbackFields {
  const free = stringColumns(records).filter(({ path }) => !isTaken(path));
  const columns = free.filter(
    ({ path, isReply }) => !isReply && !ABOUT_THE_ROW.test(snakeCase(path)),
  );
  const asking =
    columns.find((column) => isNamed(column, ASKING) && isText(column)) ??
    columns.find((column) => column.isOfTurns);
  const pair = asking ? undefined : textWithMade(records, free);
  if (pair) return pair;
  const answering =
    free.find((column) => column.isReply && !isUnwanted(column)) ??
    columns.find((column) => isNamed(column, ANSWERING) && column !== asking);
  const rest = columns.filter((column) => column !== asking && column !== answering);
  const texts = rest.filter(isText);

  let instruction = asking;
  let response = answering;
  if (!instruction && !response) {
    const longest = texts[0] ?? rest[0];
    const next = longest && texts.find(standsBeside(records, longest));
    [instruction, response] = [longest, next]
      .filter((column) => column !== undefined)
      .sort((a, b) => a.order - b.order);
  } else if (!instruction || !response) {
    const isBeside = standsBeside(records, (instruction ?? response)!);
    const other = texts.find(isBeside);
    instruction ??= other;
    response ??= other ?? rest.find((column) => isNamed(column, GROUND_TRUTH) && isBeside(column));
  }
  return {
    ...(instruction && { instruction: instruction.path }),
    ...(response && { response: response.path }),
  };
}

/** Whether a row has a text beside what an interface replied. */
export function hasTextBeside({ field }: Reply, record: JsonObject): boolean {
  return [...stringsOf(record)].some(
    ([path, text]) =>
      isWordy(text) &&
      !ABOUT_THE_ROW.test(snakeCase(path)) &&
      !isOfFailure(path) &&
      !`${path}.`.startsWith(`${field}.`) &&
      !replyIn(valueAt(record, path)),
  );
}

/**
 * Which fields of one row to read where it has none of its file's, by the same rules. What tells of an error stands
 * where a row could not be made, and is no text of the data set.
 */
export function ownFields(record: JsonObject, taken: ReadonlySet<string>): FallbackFields {
  return fallbackFields([record], (path) => taken.has(path) || isOfFailure(path));
}

/** Whether a field tells of an error. */
export function isOfFailure(path: string): boolean {
  return path.split('.').some((name) => FAILURE.test(snakeCase(name)));
}

/**
 * Two fields that stand for where a row is from, or for who wrote to whom, in other files, and here hold texts of which one was
 * made of the other: there is no other text, and they vary and are about as long. A single row does not tell.
 */
function textWithMade(
  records: readonly JsonObject[],
  columns: readonly StringColumn[],
): FallbackFields | undefined {
  for (const made of columns) {
    const path = madeFrom(made.path);
    const text = columns.find((column) => column.path === path);
    if (!text || !isText(text) || !isText(made) || !isComparable(text, made)) continue;
    const others = columns.filter(
      (column) =>
        column !== text &&
        column !== made &&
        isText(column) &&
        !ABOUT_THE_ROW.test(snakeCase(column.path)),
    );
    if (isVaried(records, text) && !others.some((column) => isVaried(records, column))) {
      return { instruction: text.path, response: made.path };
    }
  }
  return undefined;
}

/** The path, in the same object, to what a text was made from. */
function madeFrom(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const pair = MADE_FROM.find(([, made]) => made === name);
  return pair && path.slice(0, path.length - name.length) + pair[0];
}

function isComparable(a: StringColumn, b: StringColumn): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return longer.length <= shorter.length * LARGEST_RATIO_OF_LENGTHS;
}

function isVaried(records: readonly JsonObject[], { path, rows }: StringColumn): boolean {
  const values = new Set(records.map((record) => textOf(valueAt(record, path))));
  values.delete(undefined);
  const few = Math.min(FEWEST_DISTINCT, rows / 2);
  return values.size > 1 && values.size >= Math.max(few, rows * SMALLEST_DISTINCT_SHARE);
}

function isText({ wordyRows, rows }: StringColumn): boolean {
  return wordyRows * 2 >= rows;
}

/** Whether another field stands in a row that has the field: those of other rows make no pair with it. */
function standsBeside(records: readonly JsonObject[], { path }: StringColumn) {
  const beside = new Set(
    records
      .map((record) => [...stringsOf(record)].map(([other]) => other))
      .filter((paths) => paths.includes(path))
      .flat(),
  );
  return (other: StringColumn) => other.path !== path && beside.has(other.path);
}

interface StringColumn {
  readonly path: string;
  /** Position of first appearance. */
  readonly order: number;
  length: number;
  rows: number;
  wordyRows: number;
  /** Whether the value is a list of turns that ask. */
  readonly isOfTurns: boolean;
  readonly isReply: boolean;
}

/** Longest first; ties in order of first appearance. */
function stringColumns(records: readonly JsonObject[]): StringColumn[] {
  const columns = new Map<string, StringColumn>();
  for (const record of records) {
    for (const [path, text] of stringsOf(record)) {
      const known = columns.get(path);
      const column = known ?? {
        path,
        order: columns.size,
        length: 0,
        rows: 0,
        wordyRows: 0,
        isOfTurns: isConversation(valueAt(record, path)),
        isReply: replyIn(valueAt(record, path)) !== undefined,
      };
      if (!known) columns.set(path, column);
      column.length += text.length;
      column.rows++;
      if (isWordy(text)) column.wordyRows++;
    }
  }
  return [...columns.values()].sort((a, b) => b.length - a.length || a.order - b.order);
}

/** Strings, lists of strings, prompts of turns and what an interface replied, down to the third object. */
function* stringsOf(value: JsonObject, prefix = '', depth = 1): Generator<[string, string]> {
  for (const [key, item] of Object.entries(value)) {
    const path = prefix + key;
    const text =
      textOf(item) ?? (PROMPT_PATHS.has(path) ? askedInTurns(item) : undefined) ?? replied(item);
    if (text !== undefined) yield [path, text];
    else if (isJsonObject(item) && depth < DEEPEST_OBJECT) {
      yield* stringsOf(item, `${path}.`, depth + 1);
    }
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isStringList(value) && value.length > 0 ? value.join('\n\n') : undefined;
}

function replied(item: unknown): string | undefined {
  const reply = replyIn(item);
  return reply && joinParts(turnParts('', reply.turns).response);
}

function askedInTurns(value: unknown): string | undefined {
  return isConversation(value) ? joinParts(turnParts('', value).instruction) : undefined;
}

function isNamed(column: StringColumn, pattern: RegExp): boolean {
  return pattern.test(snakeCase(column.path)) && !isUnwanted(column);
}

function isUnwanted({ path }: StringColumn): boolean {
  return NOT_WANTED.test(snakeCase(path));
}

/** `userPrompt` and `data.userPrompt` as `user_prompt`, so that names can be compared word by word. */
function snakeCase(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
