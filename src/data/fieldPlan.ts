import { answerPairs, type AnswerPair } from './answerPairs.ts';
import { describeParts } from './describeParts.ts';
import type { FieldDescription } from './describeParts.ts';
import { findEmbeddingField } from './embeddingField.ts';
import type { EmbeddingField } from './embeddingField.ts';
import { fallbackFields, isOfFailure } from './fallbackFields.ts';
import type { FallbackFields } from './fallbackFields.ts';
import type { JsonObject } from './jsonObject.ts';
import type { FieldSelection } from './rowTypes.ts';
import { takenPaths } from './rowParts.ts';
import { detectShape } from './shapes.ts';
import { tagFields } from './tagFields.ts';
import type { SampledRow } from './tagFields.ts';
import { findTranslations, type Translations } from './translations.ts';

/** What a file's fields are read as. Plain data: it goes to the workers by structuredClone. */
export interface FieldPlan {
  readonly selection: FieldSelection;
  /** For rows of no known shape that have one of them. */
  readonly fallback: FallbackFields;
  /** Dotted paths; where there are several, a tag is told as `field: value`. */
  readonly tagFields: readonly string[];
  /** Absent where no field has one, or the person chose the fields. */
  readonly translations?: Translations;
  /** Absent where none was named, or no sampled row has a vector in it. */
  readonly embedding?: EmbeddingField;
  /** Fields that have an answer beside them in most rows; none where the person chose the fields. */
  readonly answered: readonly AnswerPair[];
  readonly description: FieldDescription;
}

/**
 * Decides for a whole file what its rows cannot tell one by one: which fields hold tags, and which hold the text of rows
 * of no known shape. The sample should reach over the whole file; some 2,000 rows are plenty. O(sample).
 */
export function planFields(sample: readonly JsonObject[], selection: FieldSelection): FieldPlan {
  const rows = sample.flatMap((record): SampledRow[] => {
    const shape = detectShape(record);
    return shape === undefined ? [] : [{ record, shape }];
  });
  const tags = selection.tags === undefined ? tagFields(rows) : [selection.tags];
  const unknown = rows.filter((row) => row.shape === 'fields');
  // Where every sampled row has a shape, its fields still serve rows further on that lack some of them.
  const others = (unknown.length > 0 ? unknown : rows).map((row) => row.record);
  const taken = takenPaths(selection, tags);
  const fallback = fallbackFields(
    others,
    // Where rows have a shape, others that tell of an error are rows that could not be made.
    (path) => taken.has(path) || (unknown.length < rows.length && isOfFailure(path)),
  );
  const embedding =
    selection.embedding === undefined
      ? undefined
      : findEmbeddingField(
          rows.map((row) => row.record),
          selection.embedding,
        );
  const isChosen = selection.instruction !== undefined || selection.response !== undefined;
  const translations = isChosen ? undefined : findTranslations(sample);
  const read = { selection, fallback, tagFields: tags, ...(translations && { translations }) };
  return {
    ...read,
    ...(embedding && { embedding }),
    answered: isChosen ? [] : answerPairs(sample),
    description: describeParts(rows, read),
  };
}

/** What is read as what, in the words of the file: `instruction + input`, `messages (user, system)`. */
export function describeFields(plan: FieldPlan): FieldDescription {
  return plan.description;
}
