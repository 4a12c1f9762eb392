import { z } from 'zod';

// The answers of the tools, once: their types, and the schemas that `strata mcp` hands out. Only its bundle has the code.

const rows = z.int().min(0);
const line = z.int().min(1).describe('1-based line in the file');
const amount = z.number().min(0);
const share = z.number().min(0).max(1);

const file = z.strictObject({
  path: z.string(),
  rows: rows.describe('Rows that were measured'),
});

const effectiveKinds = z
  .strictObject({ value: amount, low: amount.optional(), high: amount.optional() })
  .describe('Effective number of kinds (Hill number of order 1) with its 95% interval');

const absent = z.strictObject({ why: z.string().describe('Why there is no figure') });

const level = z.strictObject({
  rows,
  effectiveKinds,
  atCommonRows: z
    .strictObject({ rows, value: amount, low: amount.optional(), high: amount.optional() })
    .optional()
    .describe('What so many rows are expected to show: the figure to compare files by'),
  standing: z
    .enum(['broad', 'usual', 'narrow', 'unknown'])
    .describe('Among public data sets at the same number of rows'),
  sampleCoverage: share
    .optional()
    .describe('Share of what the source produces that the file has shown'),
  largestKinds: z
    .array(
      z.strictObject({
        name: z.string(),
        count: rows.describe('Rows that have it; at the micro level, occurrences'),
      }),
    )
    .optional()
    .describe('Only where texts were asked for'),
});

const byField = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({
    instruction: z.union([schema, absent]),
    response: z.union([schema, absent]),
    whole: z.union([schema, absent]).describe('Both fields together'),
  });

const byLevel = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({
    macro: byField(schema).describe('Meanings: topics'),
    meso: byField(schema).describe('Tags or task units'),
    micro: byField(schema).describe('Tokens'),
  });

const notes = z
  .array(z.string())
  .describe('What was sampled or left out, and how texts are to be taken');

export const inspectionSummary = z.strictObject({
  file: file.extend({ lines: rows, bytes: rows, brokenLines: rows }),
  readAs: z.strictObject({
    shape: z.string(),
    instruction: z.string().optional(),
    response: z.string().optional(),
    tags: z.string().optional(),
  }),
  verdicts: z.array(z.string()).describe('How each level stands, in a few sentences'),
  levels: byLevel(level),
  flaggedRows: z
    .record(z.string(), rows)
    .describe('Rows by kind of flag; find_flagged_rows lists them'),
  nextSteps: z.array(z.strictObject({ title: z.string(), text: z.string() })),
  notes,
});

const excerpt = z.string().optional().describe('Start of the row between <row-text> marks');

export const flaggedRowList = z.strictObject({
  file,
  total: rows.describe('Flags that there are of the kinds asked for'),
  byKind: z.record(z.string(), rows).describe('Flags by kind, of all kinds'),
  flags: z
    .array(
      z.strictObject({
        kind: z.string(),
        line,
        lines: z.array(line).describe('Lines of the cluster, at most 10'),
        moreLines: rows.optional(),
        severity: share.describe('1 is worst; the list is in this order'),
        reason: z.string(),
        text: excerpt,
      }),
    )
    .describe('The most severe first'),
  nextFrom: z.int().min(1).optional().describe('`from` for the next part of the list'),
  notes,
});

const comparedLevel = z.strictObject({
  atRows: rows.describe('Rows at which the two are compared'),
  dataset: effectiveKinds,
  reference: effectiveKinds,
  ratio: z
    .strictObject({ value: amount, low: amount.optional(), high: amount.optional() })
    .describe('Data set over reference, with its 95% interval'),
  moreDiverse: z.enum(['dataset', 'reference', 'neither']).describe('Beyond noise'),
});

const outside = z.union([
  absent,
  z.strictObject({
    rows,
    outside: rows,
    expectedShare: amount.describe('Share of the rows that is outside of one source, 0–1'),
    furthest: z
      .array(z.strictObject({ line, cosineDistance: amount, nearestLine: line, text: excerpt }))
      .describe('The rows furthest from the other file, at most 10'),
  }),
]);

const kindUse = z.union([
  absent,
  z.strictObject({
    overUsed: rows.describe('Kinds used more than in the reference, beyond chance'),
    underUsed: rows,
    overUsedNames: z.array(z.string()).optional().describe('Only where texts were asked for'),
    underUsedNames: z.array(z.string()).optional(),
  }),
]);

export const comparisonSummary = z.strictObject({
  dataset: file,
  reference: file,
  verdict: z.strictObject({
    code: z.enum(['shifted', 'no-shift-seen', 'no-shift-seen-in-few-rows', 'too-few-rows']),
    sentence: z.string(),
    beyondChance: z.array(z.string()).describe('Tests that found a shift, the surest first'),
    adjustedPValue: share.describe('The smallest, after Holm'),
  }),
  levels: byLevel(comparedLevel),
  overlap: z
    .union([
      absent,
      z.strictObject({
        precision: share,
        recall: share,
        density: amount,
        coverage: share,
        mauve: share,
      }),
    ])
    .describe('How far the meanings cover each other; no part of the verdict'),
  invented: outside.describe('Rows of the data set far from the reference'),
  missing: outside.describe('Rows of the reference far from the data set'),
  use: z.strictObject({ topics: kindUse, units: kindUse, words: kindUse }),
  leakage: z.strictObject({
    rows: rows.describe('Rows of the data set that repeat rows of the reference'),
    referenceRows: rows,
    byKind: z.record(z.string(), rows),
    pairs: z
      .array(
        z.strictObject({
          line,
          referenceLine: line,
          kind: z.string(),
          similarity: share,
          text: excerpt,
        }),
      )
      .describe('The most alike first, at most 10'),
  }),
  notes,
});

export type InspectionSummary = z.infer<typeof inspectionSummary>;
export type FlaggedRowList = z.infer<typeof flaggedRowList>;
export type ComparisonSummary = z.infer<typeof comparisonSummary>;
