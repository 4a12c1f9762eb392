/**
 * What a quality finding says of a row, with its weight: `high` for what is hardly ever wanted,
 * `low` for what a person may want.
 */
export const QUALITY_WEIGHTS = {
  'empty-field': 'high',
  'response-equals-instruction': 'high',
  'response-in-instruction': 'low',
  refusal: 'high',
  boilerplate: 'low',
  'truncated-end': 'low',
  'repeated-loop': 'high',
  placeholder: 'high',
  mojibake: 'high',
  'role-order': 'high',
  'missing-assistant': 'high',
  'tool-call-json': 'high',
  'duplicate-id': 'high',
  'contradictory-label': 'high',
  'email-address': 'low',
  'phone-number': 'low',
  'card-number': 'high',
  'secret-key': 'high',
} as const satisfies Readonly<Record<string, 'high' | 'low'>>;

export type QualityCode = keyof typeof QUALITY_WEIGHTS;
export const QUALITY_CODES = Object.keys(QUALITY_WEIGHTS) as QualityCode[];
