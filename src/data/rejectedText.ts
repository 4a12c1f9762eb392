import type { FieldPlan } from './fieldPlan.ts';
import type { JsonObject } from './jsonObject.ts';
import type { ShapeId } from './rowTypes.ts';
import { rejectedParts } from './shapeParts.ts';
import { joinParts } from './textPart.ts';
import { inTranslation } from './translations.ts';

const PREFERENCE_SHAPES: ReadonlySet<ShapeId> = new Set([
  'preference-conversations',
  'preference-messages',
  'preference',
]);

/**
 * The rejected answer of a preference pair, read as the chosen one is; undefined for rows of other shapes, where it has no
 * text, and where the person named another field as the response.
 */
export function rejectedText(
  shape: ShapeId,
  record: JsonObject,
  { selection, translations }: Pick<FieldPlan, 'selection' | 'translations'>,
): string | undefined {
  if (!PREFERENCE_SHAPES.has(shape) || selection.response !== undefined) return undefined;
  const parts = { instruction: [], response: rejectedParts(record) };
  return joinParts((translations ? inTranslation(record, parts, translations) : parts).response);
}
