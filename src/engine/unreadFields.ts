import type { FieldPlan } from '../data/fieldPlan.ts';
import { namesToShow } from './namesToShow.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, SampleNote } from './report.ts';

const MESSAGES = {
  instruction: (path: string) =>
    `No row has a text in the field "${path}" chosen for the instruction.`,
  response: (path: string) => `No row has a text in the field "${path}" chosen for the response.`,
  tags: (path: string) => `No row has a tag in the field "${path}" chosen for the tags.`,
  embedding: (path: string) =>
    `No row was found with numbers in the field "${path}" chosen for embeddings: meanings are of the built-in embedder.`,
  keep: (path: string) =>
    `No row has a number in the field "${path}" by which the row that stays was to be chosen: the first one stays.`,
} as const;

/**
 * Fields that a person chose and that no row has: most often a name is misspelt, so those that the rows have are named.
 * @param keepValues of every row, NaN where it has none; absent where rows are kept by another rule
 */
export function unreadFields(
  { fieldRows, taggedRows, available, rowLines }: Reading,
  plan: Pick<FieldPlan, 'selection' | 'embedding'>,
  { keep }: Pick<InspectSettings, 'keep'>,
  keepValues: Float64Array | undefined,
): SampleNote[] {
  const names = namesToShow(available.map(({ name }) => name));
  const note = (as: keyof typeof MESSAGES, path: string, rows: number): SampleNote[] => {
    if (rows > 0) return [];
    const message = `${MESSAGES[as](path)} Fields of the rows: ${names.join(', ')}.`;
    return [
      {
        what: as === 'keep' ? 'keep-field' : 'chosen-field',
        ...(as === 'tags' && { level: 'meso' }),
        ...(as === 'embedding' && { level: 'macro' }),
        used: 0,
        of: rowLines.length,
        chosen: { as, path, available: names },
        message,
      },
    ];
  };
  const { instruction, response, tags, embedding } = plan.selection;
  return [
    ...(instruction === undefined ? [] : note('instruction', instruction, fieldRows.instruction)),
    ...(response === undefined ? [] : note('response', response, fieldRows.response)),
    ...(tags === undefined ? [] : note('tags', tags, taggedRows)),
    ...(embedding === undefined || plan.embedding ? [] : note('embedding', embedding, 0)),
    ...(keep.by === 'highest' && keepValues
      ? note('keep', keep.field, keepValues.filter((value) => !Number.isNaN(value)).length)
      : []),
  ];
}
