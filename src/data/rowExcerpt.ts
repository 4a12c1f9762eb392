import { planFields } from './fieldPlan.ts';
import { SYSTEM_FIELDS } from './findChat.ts';
import { isJsonObject } from './jsonObject.ts';
import { rowParts } from './rowParts.ts';
import type { FieldSelection } from './rowTypes.ts';
import { detectShape } from './shapes.ts';
import { joinParts, type TextPart } from './textPart.ts';
import { isSystemTurn } from './turnParts.ts';

/**
 * What a person recognises a row by: its instruction, else its response, else the line as it stands in the file. A system
 * prompt is left out where something follows it: often all rows of a file have the same.
 */
export function rowExcerpt(bytes: Buffer, selection: FieldSelection): string {
  const line = bytes.toString('utf8').replace(/^\ufeff/, '');
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return line.trim();
  }
  if (!isJsonObject(record)) return line.trim();
  const shape = detectShape(record);
  if (shape === undefined) return line.trim();
  const { instruction, response } = rowParts(shape, record, planFields([record], selection));
  const own = instruction.filter((part) => !isSystemPart(part));
  return joinParts(own) ?? joinParts(instruction) ?? joinParts(response) ?? line.trim();
}

/** A system turn, or the prompt beside the turns. */
function isSystemPart(part: TextPart): boolean {
  const name = part.field.slice(part.field.lastIndexOf('.') + 1);
  return isSystemTurn(part) || SYSTEM_FIELDS.some((field) => field === name);
}
