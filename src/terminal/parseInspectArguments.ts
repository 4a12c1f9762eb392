import type { LineRange } from '../engine/chunks.ts';
import { formatOfName, type DocumentFormat } from '../document/writeDocument.ts';
import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { parseLines } from './parseLines.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { UsageError } from './usageError.ts';

export interface InspectArguments extends CommonArguments {
  readonly file: string;
  readonly timings: boolean;
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

/** @throws UsageError when the words after `strata inspect` do not fit */
export function parseInspectArguments(words: readonly string[]): InspectArguments {
  const { values, positionals } = parseWords(words, {
    ...COMMON_WORDS,
    timings: { type: 'boolean', default: false },
    'embedding-field': { type: 'string' },
    'embedding-endpoint': { type: 'string' },
    'embedding-model': { type: 'string' },
    lines: { type: 'string' },
    report: { type: 'string', multiple: true, default: [] },
    'with-texts': { type: 'boolean', default: false },
  });
  const file = onlyFile('inspect', positionals);
  if (values['embedding-field'] && values['embedding-endpoint']) {
    // A misspelt field must not be why texts are sent.
    throw new UsageError('twoEmbeddings');
  }
  if (values['with-texts'] && values.report.length === 0) throw new UsageError('textsOfReport');
  const common = parseCommonWords(values);
  const endpoint = parseEndpoint(values['embedding-endpoint'], values['embedding-model']);
  return {
    file,
    timings: values.timings,
    ...common,
    selection: {
      ...common.selection,
      ...(values['embedding-field'] && { embedding: values['embedding-field'] }),
    },
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

function parseEndpoint(
  url: string | undefined,
  model: string | undefined,
): InspectArguments['endpoint'] {
  if (!url && !model) return undefined;
  if (url && model) return { url, model };
  throw new UsageError('endpoint');
}
