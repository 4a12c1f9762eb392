import { rowError } from './rowError.ts';
import type { FieldPlan } from './fieldPlan.ts';
import { valueAt } from './fieldPath.ts';
import type { JsonObject } from './jsonObject.ts';
import { noTextReason } from './noTextReason.ts';
import { rowParts } from './rowParts.ts';
import type { RowError, ShapeId, TextViews } from './rowTypes.ts';
import { detectShape } from './shapes.ts';
import { isMeasure, isPartOfShape, tagValues } from './tagFields.ts';
import { joinParts } from './textPart.ts';

/**
 * What Strata reads in one row; undefined when it has no text, which noTextError puts into words.
 *
 * - Prompts, completions, Alpaca's input and response and both answers of preference pairs may be turns as well as texts; of
 *   a list of answers that count as right, and of several completions, the first is read.
 * - Alpaca: the instruction is `instruction`, then `input` (or `context`) on a new line; the response is `output` or
 *   `response`. Self-instruct: `instruction` alone; the response is the first instance's output.
 * - Chats: the instruction is all user and system turns, the response all assistant turns, joined by a blank line. An
 *   assistant's calls of tools belong to the response, as `name(arguments)`; what tools give back belongs to neither.
 *   Turns of unknown roles are left out. A system prompt beside the turns, where none of them is one, is read before
 *   them; an answer beside them, which may be what an interface replied, after them, where the last of them is none.
 *   A reply alone is a response. Of a tree of messages the thread of the best ranks is read; a row that is itself a
 *   turn is one side.
 * - What was said before an instruction, a prompt or a question, in its `history`, is read as a chat's turns are; before
 *   a pair, its questions only.
 * - Preference pairs: the response is the chosen answer, also where a verdict says which it is; the rejected one is
 *   not read. KTO: the answer, wanted or not.
 * - Turns: plain strings are all the user's. Sentence pairs, and the two languages of a translation: the second
 *   stands as the response.
 * - Texts, labelled or not, are instructions, what was made of them (`output`, `summary`) the response. Rows of no
 *   known shape: the plan's fallback fields, an instruction with its input, and where a row has none of them, its own.
 * - What stands in most rows in another language, too, is read in it.
 */
export function textViews(record: JsonObject, plan: FieldPlan): TextViews | undefined {
  const shape = detectShape(record);
  if (shape === undefined) return undefined;
  const parts = rowParts(shape, record, plan);
  const instruction = joinParts(parts.instruction);
  const response = joinParts(parts.response);
  if (instruction === undefined && response === undefined) return undefined;
  return {
    shape: parts.isByOwnFields ? 'own-fields' : shape,
    ...(instruction !== undefined && { instruction }),
    ...(response !== undefined && { response }),
    tags: readTags(record, shape, plan),
  };
}

/** The error for a row in which no text was found, saying why. */
export function noTextError(line: number, record: JsonObject, plan: FieldPlan): RowError {
  return rowError(line, 'no-text', noTextReason(record, plan));
}

function readTags(record: JsonObject, shape: ShapeId, plan: FieldPlan): readonly string[] {
  const [path, ...more] = plan.tagFields;
  if (path === undefined) return plan.tagFields;
  if (more.length === 0) return tagsAt(record, shape, path, plan);
  return plan.tagFields.flatMap((field) =>
    tagsAt(record, shape, field, plan).map((tag) => `${field}: ${tag}`),
  );
}

function tagsAt(
  record: JsonObject,
  shape: ShapeId,
  path: string,
  plan: FieldPlan,
): readonly string[] {
  const value = valueAt(record, path);
  const isChosen = plan.selection.tags !== undefined;
  return isChosen || (!isPartOfShape(shape, path) && !isMeasure(value)) ? tagValues(value) : [];
}
