import { SETTING_RULES, type SettingRule } from '../engine/settingRules.ts';
import { KNOWN_FIGURES } from './knownFigures.ts';

/** The JSON schema of strata.json (draft 7), for completion and checks in editors; `npm run docs` writes it to a file. */
export function configSchema(): object {
  const path = (description: string) => ({ type: 'string', minLength: 1, description });
  const share = (description: string) => ({ type: 'number', minimum: 0, description });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of strata check',
    type: 'object',
    required: ['checks'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      baseline: path(
        'A JSON report of an earlier file, from `strata inspect --json`; relative to this file.',
      ),
      reference: path('A data set to compare with at equal rows; relative to this file.'),
      fields: {
        type: 'object',
        description: 'Which fields are read; dotted paths reach into objects.',
        additionalProperties: false,
        properties: {
          instruction: path('The field of the instruction.'),
          response: path('The field of the response.'),
          tags: path('The field of the tags.'),
        },
      },
      settings: {
        type: 'object',
        description: 'Settings of the inspection, as `--set` takes them.',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries<SettingRule>(SETTING_RULES).map(([name, rule]) => [
            name,
            ruleSchema(rule),
          ]),
        ),
      },
      checks: {
        type: 'object',
        description: 'Limits by the path of a figure in the JSON report.',
        minProperties: 1,
        additionalProperties: { $ref: '#/definitions/check' },
        properties: Object.fromEntries(
          KNOWN_FIGURES.map(({ path: figure, description }) => [
            figure,
            { description, $ref: '#/definitions/check' },
          ]),
        ),
      },
    },
    definitions: {
      check: {
        type: 'object',
        additionalProperties: false,
        anyOf: ['min', 'max', 'baseline', 'reference'].map((name) => ({ required: [name] })),
        properties: {
          min: { type: 'number', description: 'The figure has to be this or more.' },
          max: { type: 'number', description: 'The figure has to be this or less.' },
          of: path('The figure is divided by this one first: "file.rows" makes a count a share.'),
          whenAbsent: {
            enum: ['fail', 'pass'],
            default: 'fail',
            description: 'What a figure that is undefined for the file counts as.',
          },
          baseline: {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            description: 'How far the figure may be from that of the baseline.',
            properties: {
              maxDecrease: share('Decrease allowed, as a share of the baseline’s figure.'),
              maxIncrease: share('Increase allowed, as a share of the baseline’s figure.'),
              maxDecreaseBy: share('Decrease allowed, in the unit of the figure.'),
              maxIncreaseBy: share('Increase allowed, in the unit of the figure.'),
            },
          },
          reference: {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            description:
              'The figure over that of the reference, both measured on equally many rows.',
            properties: {
              minRatio: share('Lowest quotient allowed.'),
              maxRatio: share('Highest quotient allowed.'),
            },
          },
        },
      },
    },
  };
}

function ruleSchema(rule: SettingRule): object {
  switch (rule.kind) {
    case 'number':
    case 'integer':
      return { type: rule.kind, minimum: rule.lowest, maximum: rule.highest };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: rule.choices };
    case 'field':
    case 'text':
      return { type: 'string' };
  }
}
