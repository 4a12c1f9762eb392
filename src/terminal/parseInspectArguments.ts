import { parseLineRanges } from '../data/lineRanges.ts';
import type { FieldSelection } from '../data/rowTypes.ts';
import type { LineRange } from '../engine/chunks.ts';
import type { InspectSettings } from '../engine/report.ts';
import { formatOfName, type DocumentFormat } from '../document/writeDocument.ts';
import { parseSettings } from './parseSettings.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { UsageError } from './usageError.ts';

export interface InspectArguments {
  readonly file: string;
  readonly json: boolean;
  readonly timings: boolean;
  /** 0 = as many as the machine has cores, at most 8. */
  readonly threads: number;
  readonly selection: FieldSelection;
  readonly settings: InspectSettings;
  /** Naming it is the consent to send texts there. */
  readonly endpoint?: { readonly url: string; readonly model: string };
  /** Files to write the report to. */
  readonly reports: readonly ReportTarget[];
  /** Whether words and excerpts of the rows go into these. */
  readonly withTexts: boolean;
  /** Absent: all lines. */
  readonly lines?: readonly LineRange[];
}

export interface ReportTarget {
  readonly path: string;
  readonly format: DocumentFormat;
}

const FIELD_NAMES = ['instruction', 'response', 'tags'] as const;

/** @throws UsageError when the words after `strata inspect` do not fit */
export function parseInspectArguments(words: readonly string[]): InspectArguments {
  const { values, positionals } = parseWords(words, {
    json: { type: 'boolean', default: false },
    timings: { type: 'boolean', default: false },
    threads: { type: 'string', default: '0' },
    fields: { type: 'string', multiple: true, default: [] },
    'embedding-field': { type: 'string' },
    'embedding-endpoint': { type: 'string' },
    'embedding-model': { type: 'string' },
    lines: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    report: { type: 'string', multiple: true, default: [] },
    'with-texts': { type: 'boolean', default: false },
  });
  const file = onlyFile('inspect', positionals);
  if (values['embedding-field'] && values['embedding-endpoint']) {
    // A misspelt field must not be why texts are sent.
    throw new UsageError('twoEmbeddings');
  }
  if (values['with-texts'] && values.report.length === 0) throw new UsageError('textsOfReport');
  const endpoint = parseEndpoint(values['embedding-endpoint'], values['embedding-model']);
  return {
    file,
    json: values.json,
    timings: values.timings,
    threads: parseThreads(values.threads),
    selection: {
      ...parseFields(values.fields),
      ...(values['embedding-field'] && { embedding: values['embedding-field'] }),
    },
    settings: parseSettings(values.set),
    reports: values.report.map(parseReport),
    withTexts: values['with-texts'],
    ...(endpoint && { endpoint }),
    ...(values.lines !== undefined && { lines: parseLines(values.lines, '--lines') }),
  };
}

function parseReport(path: string): ReportTarget {
  const format = formatOfName(path);
  if (format) return { path, format };
  throw new UsageError('report', path);
}

export function parseThreads(text: string): number {
  const threads = Number(text);
  if (!/^\d+$/.test(text) || threads > 256) {
    throw new UsageError('threads', text);
  }
  return threads;
}

function parseEndpoint(
  url: string | undefined,
  model: string | undefined,
): InspectArguments['endpoint'] {
  if (!url && !model) return undefined;
  if (url && model) return { url, model };
  throw new UsageError('endpoint');
}

/**
 * The fields of the reference: those of the file unless told.
 * @throws UsageError for fields of a reference that is not there
 */
export function parseReferenceFields(
  values: { readonly reference?: string; readonly 'reference-fields'?: readonly string[] },
  ofFile: FieldSelection,
): FieldSelection {
  const texts = values['reference-fields'];
  if (!texts) return ofFile;
  if (!values.reference) {
    throw new UsageError('referenceFields');
  }
  return parseFields(texts, '--reference-fields');
}

export function parseFields(texts: readonly string[], option = '--fields'): FieldSelection {
  const selection: { -readonly [Name in keyof FieldSelection]: FieldSelection[Name] } = {};
  for (const part of texts.flatMap(splitFields)) {
    const [, name, given = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/su.exec(part) ?? [];
    const known = FIELD_NAMES.find((fieldName) => fieldName === name);
    const path = unquote(given);
    if (!known || path === '') throw new UsageError('fields', option, part);
    if (path === undefined) throw new UsageError('unclosedField', option, given);
    if (selection[known] !== undefined) throw new UsageError('fieldTwice', option, known);
    selection[known] = path;
  }
  return selection;
}

/** At the commas, but for those within a name in double quotes. */
function splitFields(text: string): string[] {
  const parts = text.matchAll(/(?:^|,)(?:=\s*"(?:[^"]|"")*"|[^,])*/gu);
  return Array.from(parts, ([part]) => part.replace(/^,/u, ''));
}

/** As in CSV: a quotation mark within is doubled. Undefined where the first one is not closed by the last. */
function unquote(path: string): string | undefined {
  if (!path.startsWith('"')) return path;
  const [, quoted] = /^"((?:[^"]|"")*)"$/u.exec(path) ?? [];
  return quoted?.replaceAll('""', '"');
}

export function parseLines(text: string, option: string): readonly LineRange[] {
  const ranges = parseLineRanges(text);
  if (ranges) return ranges;
  throw new UsageError('lines', option, text);
}
