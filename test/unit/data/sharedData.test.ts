import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openBytes } from '../../../src/data/byteReader.ts';
import { describeFields, planFields } from '../../../src/data/fieldPlan.ts';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { readRows } from '../../../src/data/readRows.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import type { ShapeId } from '../../../src/data/rowTypes.ts';
import { textViews } from '../../../src/data/textViews.ts';

const sharedData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

interface Truth {
  readonly file: string;
  readonly shape: ShapeId;
  readonly rows: number;
  readonly instruction: string;
  readonly response?: string;
  readonly tags?: string;
  readonly distinctTags?: number;
}

/** Decided by looking at the files; rows and distinct tags counted by a separate program. */
const TRUTH: readonly Truth[] = [
  {
    file: 'banking77-train',
    shape: 'labelled-text',
    rows: 10_003,
    instruction: 'text',
    tags: 'category',
    distinctTags: 77,
  },
  { file: 'c4', shape: 'text', rows: 300, instruction: 'text' },
  {
    file: 'clinc-full',
    shape: 'labelled-text',
    rows: 23_700,
    instruction: 'text',
    tags: 'intent',
    distinctTags: 151,
  },
  {
    file: 'dolly-3k',
    shape: 'alpaca',
    rows: 2_996,
    instruction: 'instruction + input',
    response: 'output',
    tags: 'category',
    distinctTags: 8,
  },
  {
    file: 'dpo-en',
    shape: 'preference-conversations',
    rows: 300,
    instruction: 'conversations (human, system)',
    response: 'chosen (gpt)',
  },
  {
    file: 'evals-human-written',
    shape: 'fields',
    rows: 4_587,
    instruction: 'question',
    response: 'answer_matching_behavior',
  },
  {
    file: 'evals-lm-written',
    shape: 'fields',
    rows: 5_468,
    instruction: 'question',
    response: 'answer_matching_behavior',
  },
  {
    file: 'gpteacher-roleplay',
    shape: 'alpaca',
    rows: 1_923,
    instruction: 'instruction + input',
    response: 'response',
  },
  {
    file: 'gsm8k-test',
    shape: 'question-answer',
    rows: 1_319,
    instruction: 'question',
    response: 'answer',
  },
  {
    file: 'gsm8k-train',
    shape: 'question-answer',
    rows: 7_473,
    instruction: 'question',
    response: 'answer',
  },
  {
    file: 'japanese-mt-bench',
    shape: 'turns',
    rows: 80,
    instruction: 'turns',
    tags: 'category',
    distinctTags: 8,
  },
  {
    file: 'jsts-ja-train',
    shape: 'sentence-pair',
    rows: 12_451,
    instruction: 'sentence1',
    response: 'sentence2',
  },
  {
    file: 'jsts-ja-valid',
    shape: 'sentence-pair',
    rows: 1_457,
    instruction: 'sentence1',
    response: 'sentence2',
  },
  {
    file: 'kto-en',
    shape: 'kto-messages',
    rows: 300,
    instruction: 'messages (user)',
    response: 'messages (assistant)',
  },
  {
    file: 'messages-v1',
    shape: 'messages',
    rows: 500,
    instruction: 'messages (user)',
    response: 'messages (assistant)',
  },
  {
    file: 'mt-bench',
    shape: 'turns',
    rows: 80,
    instruction: 'turns',
    tags: 'category',
    distinctTags: 8,
  },
  {
    file: 'oasst-zh',
    shape: 'alpaca',
    rows: 766,
    instruction: 'history (user) + instruction; instruction',
    response: 'history (assistant) + output; output',
  },
  {
    file: 'pawsx-en',
    shape: 'sentence-pair',
    rows: 2_000,
    instruction: 'sentence1',
    response: 'sentence2',
    tags: 'label',
    distinctTags: 2,
  },
  {
    file: 'pawsx-ja',
    shape: 'sentence-pair',
    rows: 2_000,
    instruction: 'sentence1',
    response: 'sentence2',
    tags: 'label',
    distinctTags: 2,
  },
  {
    file: 'pawsx-zh',
    shape: 'sentence-pair',
    rows: 2_000,
    instruction: 'sentence1',
    response: 'sentence2',
    tags: 'label',
    distinctTags: 2,
  },
  {
    file: 'self-instruct-seeds',
    shape: 'self-instruct',
    rows: 175,
    instruction: 'instruction',
    response: 'instances.0.output',
  },
  {
    file: 'self-instruct-user-tasks',
    shape: 'self-instruct',
    rows: 252,
    instruction: 'instruction',
    response: 'instances.0.output',
  },
  {
    file: 'sst2-generated',
    shape: 'labelled-text',
    rows: 6_000,
    instruction: 'text',
    tags: 'label',
    distinctTags: 2,
  },
  {
    file: 'sst2-gold',
    shape: 'labelled-text',
    rows: 872,
    instruction: 'sentence',
    tags: 'label',
    distinctTags: 2,
  },
  {
    file: 'toolcall-en',
    shape: 'conversations',
    rows: 300,
    instruction: 'conversations (human)',
    response: 'conversations (gpt, function_call)',
  },
  {
    file: 'toolformer-kept-at',
    shape: 'alpaca',
    rows: 7_673,
    instruction: 'instruction + input',
    response: 'response',
  },
];

if (!existsSync(sharedData)) {
  console.warn('The shared data sets are not here: their shapes are not tested.');
}

describe.skipIf(!existsSync(sharedData))('shared data sets', () => {
  test.each(TRUTH)('$file is read as $shape', ({ file, shape, rows, distinctTags, ...fields }) => {
    const records = readRecords(`${sharedData}${file}.jsonl`);
    const plan = planFields(records.slice(0, 2_000), {});
    expect(describeFields(plan)).toEqual(fields);

    const views = records.map((record) => textViews(record, plan));
    expect(new Set(views.map((view) => view?.shape))).toEqual(new Set([shape]));
    expect(views).toHaveLength(rows);
    expect(views.every((view) => view?.instruction !== undefined)).toBe(true);
    const responses = views.filter((view) => view?.response !== undefined).length;
    expect(responses).toBe(fields.response === undefined ? 0 : rows);
    expect(new Set(views.flatMap((view) => view?.tags ?? [])).size).toBe(distinctTags ?? 0);
  });
});

/** All rows of a file in which no line is broken, blank or odd. */
function readRecords(path: string): JsonObject[] {
  const reader = openBytes({ kind: 'file', path });
  const { lineStarts, lineCount } = indexLines(reader);
  const records: JsonObject[] = [];
  const unexpected = (what: unknown): never => {
    throw new Error(`Expected a row, got ${JSON.stringify(what)}`);
  };
  readRows(reader, lineStarts, 0, lineCount, {
    onRow: (_, record) => records.push(record),
    onError: unexpected,
    onWarning: unexpected,
    onBlank: unexpected,
  });
  reader.close();
  return records;
}
