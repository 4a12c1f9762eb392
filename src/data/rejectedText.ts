import type { FieldPlan } from './fieldPlan.ts';
import type { JsonObject } from './jsonObject.ts';
import type { ShapeId } from './rowTypes.ts';
import { shapeParts } from './shapeParts.ts';
import { joinParts } from './textPart.ts';

const PREFERENCE_SHAPES = [
  'preference-conversations',
  'preference-messages',
  'preference',
] as const;

/**
 * The rejected answer of a preference pair, read as the chosen one is; undefined for rows of other shapes, where it has no
 * text, and where the person named another field as the response.
 */
export function rejectedText(
  shape: ShapeId,
  record: JsonObject,
  { selection }: Pick<FieldPlan, 'selection'>,
): string | undefined {
  const pair = PREFERENCE_SHAPES.find((known) => known === shape);
  if (pair === undefined) return undefined;
  if (selection.response !== undefined) return undefined;
  const swapped: JsonObject = { ...record, chosen: record['rejected'] };
  return joinParts(shapeParts(pair, swapped).response);
}
