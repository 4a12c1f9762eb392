import { valueAt } from './fieldPath.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import type { FieldName } from './rowTypes.ts';
import { isStringList } from './textPart.ts';

/** Paths to the fields that serve rows of no known shape. */
export type FallbackFields = Partial<Record<FieldName, string>>;

const ASKING = /(?:^|_)(?:question|prompt|instruction|query|problem|request|user)(?:_|$)/;
const ANSWERING =
  /(?:^|_)(?:answer|response|output|completion|solution|target|reply|assistant|summary)s?(?:_|$)/;
const NOT_WANTED = /(?:^|_)(?:not|non|no|wrong|incorrect|false|bad|negative|rejected)(?:_|$)/;
const ABOUT_THE_ROW =
  /(?:^|_)(?:id|ids|uuid|guid|hash|url|uri|link|path|file|filename|date|time|timestamp|created|updated|split|version|source|license|lang|language|author|model|role|from)$/;

/** What stands in place of a row that could not be made. */
const FAILURE = /^(?:error|errors|error_message|exception|traceback)$/;

/** A text and what was made of it, its translation for one; the first stands in other files for where the row is from. */
const MADE_FROM: readonly (readonly [from: string, made: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
];
/** Of its values, those that differ: of fewer, they are labels such as the name of a site. */
const SMALLEST_DISTINCT_SHARE = 0.2;
/** Of the longest other text: what is shorter tells of that text. */
const SMALLEST_SHARE_OF_LENGTH = 0.25;

const DEEPEST_OBJECT = 3;

/**
 * Which fields to read where no shape fits. Fields named as a question or an answer come first (`question`,
 * `answer_matching_behavior`), then a `source` beside its `target` where its values are texts, then the longest: by mean length over all rows, of fields that read like text and
 * stand in one row. Of two fields taken for their length alone, the one that stands first in the file is the instruction.
 * @param taken paths that serve as tags or were chosen by the person
 */
export function fallbackFields(
  records: readonly JsonObject[],
  taken: ReadonlySet<string>,
): FallbackFields {
  const free = stringColumns(records).filter(({ path }) => !taken.has(path));
  const columns = free.filter(({ path }) => !ABOUT_THE_ROW.test(snakeCase(path)));
  const asking = columns.find((column) => isNamed(column, ASKING) && isWordy(column));
  const pair = asking ? undefined : textWithMade(records, free);
  if (pair) return pair;
  const answering = columns.find((column) => isNamed(column, ANSWERING) && column !== asking);
  const rest = columns.filter((column) => column !== asking && column !== answering);
  const texts = rest.filter(isWordy);

  let instruction = asking;
  let response = answering;
  if (!instruction && !response) {
    const longest = texts[0] ?? rest[0];
    const next = longest && texts.find(standsBeside(records, longest));
    [instruction, response] = [longest, next]
      .filter((column) => column !== undefined)
      .sort((a, b) => a.order - b.order);
  } else if (!instruction || !response) {
    const other = texts.find(standsBeside(records, (instruction ?? response)!));
    instruction ??= other;
    response ??= other;
  }
  return {
    ...(instruction && { instruction: instruction.path }),
    ...(response && { response: response.path }),
  };
}

/**
 * Which fields of one row to read where it has none of its file's, by the same rules. What tells of an error stands
 * where a row could not be made, and is no text of the data set.
 */
export function ownFields(record: JsonObject, taken: ReadonlySet<string>): FallbackFields {
  const failures = Object.keys(record).filter((key) => FAILURE.test(snakeCase(key)));
  return fallbackFields([record], new Set([...taken, ...failures]));
}

/** A field that stands for where a row is from in other files, and here holds the texts of which those beside it were made. */
function textWithMade(
  records: readonly JsonObject[],
  columns: readonly StringColumn[],
): FallbackFields | undefined {
  for (const made of columns) {
    const path = madeFrom(made.path);
    const text = columns.find((column) => column.path === path);
    if (!text || !isWordy(text)) continue;
    const longestOther = columns.find(
      (column) => column !== text && column !== made && isWordy(column),
    );
    const isLong = text.length >= (longestOther?.length ?? 0) * SMALLEST_SHARE_OF_LENGTH;
    if (isLong && isVaried(records, text)) return { instruction: text.path, response: made.path };
  }
  return undefined;
}

/** The path, in the same object, to what a text was made from. */
function madeFrom(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const pair = MADE_FROM.find(([, made]) => made === name);
  return pair && path.slice(0, path.length - name.length) + pair[0];
}

function isVaried(records: readonly JsonObject[], { path, rows }: StringColumn): boolean {
  const values = new Set(records.map((record) => valueAt(record, path)));
  values.delete(undefined);
  return values.size > rows * SMALLEST_DISTINCT_SHARE;
}

function isWordy({ wordyRows, rows }: StringColumn): boolean {
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
  /** Rows whose value holds white space or a character beyond ASCII, as text does and an identifier does not. */
  wordyRows: number;
}

/** Longest first; ties in order of first appearance. */
function stringColumns(records: readonly JsonObject[]): StringColumn[] {
  const columns = new Map<string, StringColumn>();
  for (const record of records) {
    for (const [path, text] of stringsOf(record)) {
      const known = columns.get(path);
      const column = known ?? { path, order: columns.size, length: 0, rows: 0, wordyRows: 0 };
      if (!known) columns.set(path, column);
      column.length += text.length;
      column.rows++;
      if (/\s|[^\0-\x7f]/.test(text.trim())) column.wordyRows++;
    }
  }
  return [...columns.values()].sort((a, b) => b.length - a.length || a.order - b.order);
}

/** Strings and lists of strings, down to the third object. */
function* stringsOf(value: JsonObject, prefix = '', depth = 1): Generator<[string, string]> {
  for (const [key, item] of Object.entries(value)) {
    const path = prefix + key;
    if (typeof item === 'string') yield [path, item];
    else if (isStringList(item)) yield [path, item.join('\n\n')];
    else if (isJsonObject(item) && depth < DEEPEST_OBJECT) {
      yield* stringsOf(item, `${path}.`, depth + 1);
    }
  }
}

function isNamed(column: StringColumn, pattern: RegExp): boolean {
  const name = snakeCase(column.path);
  return pattern.test(name) && !NOT_WANTED.test(name);
}

/** `userPrompt` and `data.userPrompt` as `user_prompt`, so that names can be compared word by word. */
function snakeCase(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
