import { valueAt } from './fieldPath.ts';
import type { JsonObject } from './jsonObject.ts';
import { replyIn, type Reply } from './replyIn.ts';
import type { FieldName } from './rowTypes.ts';
import { stringColumns, stringsOf, textOf, type StringColumn } from './stringColumns.ts';
import { isWordy } from './textPart.ts';

/** Paths to the fields that serve rows of no known shape; `input` is read below the instruction. */
export type FallbackFields = Partial<Record<FieldName | 'input', string>>;

/** Also in Japanese and Chinese. */
const ASKING =
  /^human$|(?:^|_)(?:question|prompt|instruction|query|problem|request|user|質問文?|問題文?|指示文?|问题|指令|提问)(?:_|$)/;
/** Of anything that is worked on: a question, where no field is named as one. */
const INPUT = /(?:^|_)(?:inputs?|入力文?|输入)(?:_|$)/;
/** What stands beside an instruction to be worked on is named as that is, but for this word. */
const INPUTS_BESIDE: readonly (readonly [instruction: string, input: string])[] = [
  ['instruction', 'input'],
  ['指示', '入力'],
  ['指令', '输入'],
];
const ANSWERING =
  /^(?:bot|generation)$|(?:^|_)(?:(?:answer|response|output|completion|solution|target|reply|assistant|summary)s?|回答文?|応答文?|解答|答え|出力文?|答案|输出)(?:_|$)/;
/** What is answered to a request for a program, where nothing is named as an answer. */
const PROGRAM = /^(?:code|sql|patch)$/;
const NOT_WANTED =
  /(?:^|_)(?:not|non|no|wrong|incorrect|false|bad|neg|negatives?|rejected|loser|distractor)(?:_|\d|$)/;
const ABOUT_THE_ROW =
  /(?:^|_)(?:id|ids|uuid|guid|hash|url|uri|link|path|file|filename|date|time|timestamp|created|updated|split|version|source|license|lang|language|author|model|role|from|type)$/;

/** What a question lets choose from, of which at most one is its answer. */
const CHOICES = /^(?:(?:choice|option|alternative)_?[a-z\d]|choices|options|alternatives)$/;

/** What is right, often a word or a number: the answer where no text is. */
const GROUND_TRUTH = /(?:^|_)ground_truth$/;

/** What keeps how a row was made, which may repeat its texts, such as distilabel's. */
const METADATA = /(?:^|_)meta_?data$/;

/** What stands in place of a row that could not be made. */
const FAILURE = /^(?:error|errors|error_message|exception|traceback)$/;

/** A text and what was made of it, its translation for one; the first stands in other files for where the row is from. */
const MADE_FROM: readonly (readonly [from: string, made: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
];
/** Characters. Where a row is from takes no more to say, and who wrote it. */
const LONGEST_MEAN_LABEL = 100;
/** How many times as long as the other one of the two may be. */
const LARGEST_RATIO_OF_LENGTHS = 10;
/** Of the values of a field, those that differ: of fewer, they are labels such as the name of a site, … */
const SMALLEST_DISTINCT_SHARE = 0.2;
/** … and of a few rows half of them. */
const FEWEST_DISTINCT = 20;

/**
 * Which fields to read where no shape fits. Fields named as a question or an answer come first (`question`,
 * `answer_matching_behavior`), prompts of turns and what an interface replied; then a `source` and its `target` where both
 * are texts and nothing else is; then a conversation under any name, which is both where it ends with an answer; then the
 * longest: by mean length over all rows, of fields that read like text and stand in one row. Of two fields taken for their
 * length alone, the one that stands first in the file is the instruction.
 * @param isTaken whether a path serves as a tag, was chosen by the person or is no text
 */
export function fallbackFields(
  records: readonly JsonObject[],
  isTaken: (path: string) => boolean,
): FallbackFields {
  const untaken = stringColumns(records).filter(({ path }) => !isTaken(path));
  const outside = untaken.filter(({ path }) => !isOfMetadata(path));
  const free = outside.length > 0 ? outside : untaken;
  const columns = free.filter(
    ({ path, isReply }) => !isReply && !ABOUT_THE_ROW.test(snakeCase(path)),
  );
  const named =
    columns.find((column) => isNamed(column, ASKING) && isText(column)) ??
    columns.find((column) => column.isOfTurns) ??
    columns.find((column) => isNamed(column, INPUT) && isText(column));
  const pair = named ? undefined : textWithMade(records, free);
  if (pair) return pair;
  const asking = named ?? firstNumbered(columns, (column) => column.chat !== undefined);
  const input = asking && columns.find((column) => isInputBeside(column, asking));
  const answering =
    free.find((column) => column.isReply && !isUnwanted(column)) ??
    firstNumbered(columns, (column) => isAnswering(column) && column !== asking) ??
    columns.find((column) => asking && isNamed(column, PROGRAM) && isText(column)) ??
    (asking?.chat === 'answered' ? asking : undefined);
  const others = columns.filter(
    (column) =>
      column !== asking && column !== input && column !== answering && !column.isListOfTurns,
  );
  const wanted = others.filter((column) => !isUnwanted(column));
  const rest = asking || answering || wanted.length > 0 ? wanted : others;
  const texts = rest.filter((column) => isText(column) && !isChoice(column));

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
    ...(input && { input: input.path }),
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

/** Whether a field is named as a question. */
export function isAsking(path: string): boolean {
  const name = snakeCase(path);
  return ASKING.test(name) && !ABOUT_THE_ROW.test(name) && !NOT_WANTED.test(name);
}

/** Whether a field tells of an error. */
export function isOfFailure(path: string): boolean {
  return path.split('.').some((name) => FAILURE.test(snakeCase(name)));
}

function isOfMetadata(path: string): boolean {
  return path.split('.').some((name) => METADATA.test(snakeCase(name)));
}

/**
 * Two fields that stand for where a row is from, or for who wrote to whom, in other files, and here hold texts of
 * which one was made of the other: both are about as long and there is no other text, or the first is a passage
 * longer than all others. They vary, too; a single row does not tell.
 */
function textWithMade(
  records: readonly JsonObject[],
  columns: readonly StringColumn[],
): FallbackFields | undefined {
  for (const made of columns) {
    const path = madeFrom(made.path);
    const text = path === undefined ? undefined : columns.find((column) => column.path === path);
    if (!text || !isText(text) || !isVaried(records, text)) continue;
    const others = columns.filter(
      (column) =>
        column !== text &&
        column !== made &&
        isText(column) &&
        !ABOUT_THE_ROW.test(snakeCase(column.path)) &&
        isVaried(records, column),
    );
    const areAlone = others.length === 0 && isText(made) && isComparable(text, made);
    const isLongest = [made, ...others].every((column) => column.length < text.length);
    if (areAlone || (isLongest && text.length > text.rows * LONGEST_MEAN_LABEL)) {
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

/** The longest column that fits, or of those that have its name but for their number, the first of the file. */
function firstNumbered(
  columns: readonly StringColumn[],
  isFit: (column: StringColumn) => boolean,
): StringColumn | undefined {
  const fit = columns.filter(isFit);
  const stem = fit[0] && withoutNumber(fit[0]);
  return fit
    .filter((column) => withoutNumber(column) === stem)
    .sort((a, b) => a.order - b.order)[0];
}

/** `response_1` and `response_a` as `response`. */
function withoutNumber({ path }: StringColumn): string {
  const start = path.slice(0, path.lastIndexOf('.') + 1);
  return start + snakeCase(path).replace(/_(?:\d+|[a-z])$/, '');
}

/** Whether a field has what the instruction is to be done with, as Alpaca's `input` has: `Input`, `data.input_zh`. */
function isInputBeside({ path }: StringColumn, asking: StringColumn): boolean {
  const start = path.slice(0, path.lastIndexOf('.') + 1);
  if (start !== asking.path.slice(0, asking.path.lastIndexOf('.') + 1)) return false;
  const [name, asked] = [snakeCase(path), snakeCase(asking.path)];
  return INPUTS_BESIDE.some(
    ([instruction, input]) => name.includes(input) && name.replace(input, instruction) === asked,
  );
}

/** By its own name or that of the object that holds it. */
function isChoice({ path }: StringColumn): boolean {
  return path.split('.').some((name) => CHOICES.test(snakeCase(name)));
}

/** What has both in its name, such as the `input_output` of tests, is no answer. */
function isAnswering(column: StringColumn): boolean {
  return isNamed(column, ANSWERING) && !isNamed(column, INPUT);
}

function isNamed(column: StringColumn, pattern: RegExp): boolean {
  return pattern.test(snakeCase(column.path)) && !isUnwanted(column);
}

function isUnwanted({ path }: StringColumn): boolean {
  return NOT_WANTED.test(snakeCase(path));
}

/**
 * `userPrompt` and `data.userPrompt` as `user_prompt`, `response1` as `response_1`, so that names
 * can be compared word by word.
 */
function snakeCase(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return name
    .replace(/([a-z])([A-Z\d])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
