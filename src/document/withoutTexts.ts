import type { Report } from '../engine/report.ts';

/** Texts under these keys are words of Strata, of a standard or of the form of the file, never words of a row. */
const KEPT_TEXTS = new Set([
  'absence',
  'because',
  'by',
  'code',
  'compression',
  'counted',
  'embedder',
  'encoding',
  'field',
  'format',
  'language',
  'level',
  'nearDuplicateScope',
  'path',
  'position',
  'rule',
  'sameField',
  'scope',
  'script',
  'shape',
  'source',
  'strataVersion',
  'weight',
  'what',
]);
/** All texts below these are kept: what was sampled, the names of public data sets. */
const KEPT_PARTS = new Set(['sampled', 'yardsticks', 'unmeasured']);
/** Lists and texts that are nothing without the words in them. */
const DROPPED_TEXTS = new Set(['also', 'excerpt', 'noun', 'verb']);
const EMPTIED_LISTS = new Set(['oddWords', 'rareMidBand', 'reasons', 'slotValues', 'terms']);
const LEFT_OUT = '…';

/** The same text has the same number throughout one part of the report. */
type Numbers = Map<string, string>;

/**
 * The report without a word of the rows: names of topics, tags and words become numbers (`#1`), other texts an ellipsis, and
 * what is nothing without its words is left out. Only texts that are known to be none of the rows' stay, so that what is added
 * to the report later goes too. O(size of the report).
 */
export function withoutTexts(report: Report): Report {
  return stripObject(report, new Map()) as unknown as Report;
}

function stripObject(object: object, numbers: Numbers): object {
  const entries = Object.entries(object).flatMap(([key, value]: [string, unknown]) =>
    DROPPED_TEXTS.has(key) ? [] : [[key, strip(key, value, numbers)]],
  );
  return Object.fromEntries(entries) as object;
}

function strip(key: string, value: unknown, numbers: Numbers): unknown {
  if (KEPT_PARTS.has(key)) return value;
  if (key === 'fields') return stripFields(value as Report['fields']);
  if (Array.isArray(value)) {
    return EMPTIED_LISTS.has(key) ? [] : value.map((entry) => strip(key, entry, numbers));
  }
  if (typeof value === 'object' && value !== null) {
    return stripObject(value, isMeasuredField(key) ? new Map<string, string>() : numbers);
  }
  if (typeof value !== 'string' || KEPT_TEXTS.has(key)) return value;
  return key === 'name' || key === 'names' ? numberOf(value, numbers) : LEFT_OUT;
}

/** What was read is named; the other keys of the rows are not: one that a single row has may be a word of it. */
function stripFields({ available, ...read }: Report['fields']): object {
  return { ...read, available: strip('available', available, new Map()) };
}

function isMeasuredField(key: string): boolean {
  return key === 'instruction' || key === 'response' || key === 'whole';
}

function numberOf(name: string, numbers: Numbers): string {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = `#${numbers.size + 1}`;
  numbers.set(name, number);
  return number;
}
