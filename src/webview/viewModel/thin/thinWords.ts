/** Every word of the page that says where to add rows; English is the key of the translation. `{0}`, `{1}` are filled in. */
export const thinWords = {
  title: 'Where to add rows: {0}',
  titleAgainst: 'Where to add rows: {0} · {1}',
  again: 'Look again',
  rows: '{0} {0|row|rows}',
  'phase.reading': 'Inspecting the data set',
  'phase.reference': 'Inspecting the reference',
  verdict: 'Thin places: {0}.',
  nothing: 'No thin place was found.',
  detail:
    'Rows are added where they widen the data set most. The prompt of a place asks a generator for ten rows there; nothing is sent.',
  copy: 'Copy the prompt',
  place: 'Thin place',
  rowsThere: 'Rows',
  expected: 'Expected',
  inReference: 'Rows of the reference',
  examples: 'Example rows',
  lines: 'Lines',
  between: '{0} — {1}',
  gap: 'Empty regions between neighbouring topics',
  'gap.note':
    'Hardly any row lies as near to the middle of two topics as rows lie to their centres.',
  rowsBetween: 'Rows between',
  rowsAtCentre: 'Rows at the emptier centre',
  'small-topic': 'Topics with few rows',
  'small-topic.note': 'Less than half of an even share.',
  'rare-kind': 'Tags or task units with few rows',
  'rare-kind.note': 'Fewer rows than an even share, beyond what chance gives.',
  'missing-tag': 'Tags of the reference that are missing',
  'missing-tag.note': 'The links lead to rows of the reference.',
} as const;

export type ThinWords = Readonly<Record<keyof typeof thinWords, string>>;
