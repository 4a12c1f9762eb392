import { isOfFailure } from './fallbackFields.ts';
import { KTO_LABELS, LABELS, TRAITS } from './fieldNames.ts';
import { valueAt } from './fieldPath.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import type { KnownShape, ShapeId } from './rowTypes.ts';
import { replyIn } from './replyIn.ts';
import { scalarText } from './textPart.ts';

/** A sampled row that has text, with its shape. */
export interface SampledRow {
  readonly record: JsonObject;
  readonly shape: KnownShape | 'fields';
}

/** A longer value is a text that happens to stand under a label's name. */
const LONGEST_MEAN_TAG = 60;
/** With fewer values than this every one may be different, as in a small hand-written file. */
const FEW_VALUES = 20;
const MOST_DISTINCT_SHARE = 0.5;
/**
 * Of the rows that have the field, those whose value holds no tag (a fraction among labels): of more, the field is a score
 * or a list of labels for words.
 */
const LARGEST_UNFIT_SHARE = 0.02;
/** Share of the rows that must have the field. */
const SMALLEST_SHARE = 0.1;

const LABEL_NAMES: ReadonlySet<string> = new Set(LABELS);
const TRAIT_NAMES: ReadonlySet<string> = new Set(TRAITS);
const KTO_NAMES: ReadonlySet<string> = new Set(KTO_LABELS);
const NO_TAGS: readonly string[] = [];
/** Where a tag that is an object has its name. */
const TAG_NAMES = ['name', 'tag', 'label', 'value'] as const;
/** What a question lets choose from, whose labels are the same for each: A, B, C, D. */
const CHOICES: ReadonlySet<string> = new Set(['choices', 'options']);
/** Whether there are any or several, such as Argilla's `multi_label`. */
const ABOUT_LABELS = /^(?:multi|has|is)_/;
const LABEL_ENDINGS = ['_label', '_category', '_intent', '_topic', '_tag', '_tags'];

/**
 * The paths of the fields whose values are tags, in order of first appearance. A tag field has a label's name (`label`,
 * `category`, `intent`, `tags`, …), at the top or one object down, and values that repeat: strings, integers, truth
 * values or objects with a name, or lists that hold some. At least a tenth of the rows have it. Where no label is found,
 * traits (`domain`, `language`, …) with more than one value stand in. More than a few fractions make a field a score.
 * Of two fields that divide the rows alike (`label` and `label_text`), the one of strings is kept.
 */
export function tagFields(sample: readonly SampledRow[]): string[] {
  const columns = commonPaths(sample).flatMap((path) => tagColumn(path, sample) ?? []);
  const labels = columns.filter((column) => isLabelName(lastName(column.path)));
  const chosen = labels.length > 0 ? labels : columns.filter((column) => column.distinct > 1);
  return withoutTwins(chosen).map((column) => column.path);
}

/** Whether a field makes the row's shape and so is no tag: KTO's label says whether the answer was wanted. */
export function isPartOfShape(shape: ShapeId, field: string): boolean {
  return (shape === 'kto' || shape === 'kto-messages') && KTO_NAMES.has(field);
}

/** SHP's `labels` say which of the two answers is better. */
function isVerdict(shape: ShapeId, field: string, value: unknown): boolean {
  return shape === 'preference' && field === 'labels' && typeof value === 'number';
}

/**
 * Whether a value holds numbers that are no tags unless a person chose them: a fraction, or a list of truth values only or
 * with a number or truth value and anything that repeats, which is a label for each class or for each word of a text.
 */
export function isMeasure(value: unknown): boolean {
  if (!Array.isArray(value)) return isFraction(value);
  const items: readonly unknown[] = value;
  if (!items.some((item) => typeof item === 'number' || typeof item === 'boolean')) return false;
  const repeats = new Set(items).size < items.length;
  return repeats || items.some(isFraction) || items.every((item) => typeof item === 'boolean');
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

/**
 * The tags that a value holds, without repeats: strings, numbers, truth values and objects with a name, alone or in a
 * list. A string is one tag, with its commas: they may be part of a name (`Science, technology`).
 */
export function tagValues(value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    const tag = tagText(value);
    return tag === undefined ? NO_TAGS : [tag];
  }
  const tags = new Set<string>();
  for (const item of value as unknown[]) {
    const tag = tagText(item);
    if (tag !== undefined) tags.add(tag);
  }
  return [...tags];
}

function tagText(value: unknown): string | undefined {
  return (scalarText(value) ?? (isJsonObject(value) ? nameOf(value) : undefined))?.trim();
}

function nameOf(tag: JsonObject): string | undefined {
  const key = TAG_NAMES.find((name) => typeof tag[name] === 'string');
  return key === undefined ? undefined : scalarText(tag[key]);
}

interface TagColumn {
  readonly path: string;
  readonly distinct: number;
  readonly isText: boolean;
  /** For each sampled row, the first row with the same tags: equal keys mean an equal division of the rows. */
  readonly division: string;
}

/** Rare paths are left out: rows keyed by identifiers would bring a path each, and every path is tried on every row. */
function commonPaths(sample: readonly SampledRow[]): string[] {
  const rows = new Map<string, number>();
  for (const path of sample.flatMap(candidatePaths)) rows.set(path, (rows.get(path) ?? 0) + 1);
  return [...rows.keys()].filter((path) => rows.get(path)! >= sample.length * SMALLEST_SHARE);
}

function candidatePaths({ record, shape }: SampledRow): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (isPartOfShape(shape, key) || isVerdict(shape, key, value)) return [];
    if (isTagName(key)) return [key];
    if (!isJsonObject(value) || key.startsWith('_') || CHOICES.has(key)) return [];
    // How a request went is nothing that the row is about.
    if (replyIn(value) || Object.keys(value).some(isOfFailure)) return [];
    return Object.keys(value)
      .filter(isTagName)
      .map((name) => `${key}.${name}`);
  });
}

function tagColumn(path: string, sample: readonly SampledRow[]): TagColumn | undefined {
  const firstRow = new Map<string, number>();
  const distinct = new Set<string>();
  const division: number[] = [];
  let present = 0;
  let unfit = 0;
  let values = 0;
  let length = 0;
  let isText = false;
  for (const [row, { record }] of sample.entries()) {
    const value = valueAt(record, path);
    const isFit = isTagLike(value);
    if (value !== undefined && value !== null) present++;
    if (!isFit) unfit++;
    const tags = isFit ? tagValues(value) : NO_TAGS;
    isText ||= typeof value === 'string' && !/^\d+$/.test(value);
    for (const tag of tags) {
      distinct.add(tag);
      values++;
      length += tag.length;
    }
    const key = JSON.stringify(tags);
    if (!firstRow.has(key)) firstRow.set(key, row);
    division.push(firstRow.get(key)!);
  }
  if (unfit > present * LARGEST_UNFIT_SHARE) return undefined;
  const isRepeating = values <= FEW_VALUES || distinct.size <= values * MOST_DISTINCT_SHARE;
  if (values === 0 || !isRepeating || length > values * LONGEST_MEAN_TAG) return undefined;
  return { path, distinct: distinct.size, isText, division: division.join() };
}

/**
 * Whether a value holds a tag, or nothing at all. What has no name in a list is left out, and says nothing of the
 * others.
 */
function isTagLike(value: unknown): boolean {
  if (isMeasure(value)) return false;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const held = items.filter((item) => item !== undefined && item !== null);
  return held.length === 0 || held.some((item) => typeof item !== 'object' || isNamedTag(item));
}

function isNamedTag(value: unknown): boolean {
  return isJsonObject(value) && nameOf(value) !== undefined;
}

function withoutTwins(columns: readonly TagColumn[]): TagColumn[] {
  const kept = new Map<string, TagColumn>();
  for (const column of columns) {
    const twin = kept.get(column.division);
    if (!twin || (column.isText && !twin.isText)) kept.set(column.division, column);
  }
  return [...kept.values()];
}

function isTagName(name: string): boolean {
  return isLabelName(name) || TRAIT_NAMES.has(name.toLowerCase());
}

function isLabelName(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    LABEL_NAMES.has(lower) ||
    (!ABOUT_LABELS.test(lower) && LABEL_ENDINGS.some((ending) => lower.endsWith(ending)))
  );
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
