import type { ThinPlace } from './thinPlaces.ts';

const ROWS = 10;

/**
 * A prompt that asks a generator for rows at a thin place; in English, whatever the language of the rows.
 * @param examples the place's example rows as they stand in the file
 */
export function thinPrompt({ kind, names }: ThinPlace, examples: readonly string[]): string {
  return [
    `Write ${ROWS} new rows for a fine-tuning data set, one JSON object on each line, with the same fields and in the same language as the examples.`,
    wanted(kind, names),
    'Each row is to differ from the others and from the examples in what is asked, in length and in wording. Invent no facts that an answer would need to be true.',
    '',
    'Examples:',
    ...examples,
  ].join('\n');
}

function wanted(kind: ThinPlace['kind'], names: readonly string[]): string {
  const [first = '', second = ''] = names.map((name) => `"${name}"`);
  switch (kind) {
    case 'gap':
      return `They are to lie between two subjects that the data set keeps apart, with something of both: ${first} and ${second}.`;
    case 'small-topic':
      return `They are to be about a subject of which the data set has few rows: ${first}.`;
    case 'rare-kind':
      return `They are to be tasks of a kind that the data set has too seldom: ${first}.`;
    case 'missing-tag':
      return `They are to be of a kind that the data set lacks: ${first}.`;
  }
}
