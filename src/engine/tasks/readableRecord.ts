import { prettyJson } from '../../data/prettyJson.ts';
import { readRow } from '../../data/readRows.ts';
import { recordSections } from '../../data/recordSections.ts';
import type { RowError } from '../../data/rowTypes.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { TaskContext } from '../taskContext.ts';

export interface ReadableSection {
  readonly label: string;
  readonly text: string;
  /** Byte-pair tokens of the text; absent for what is not text. */
  readonly tokens?: number;
}

/** One row as a person reads it: section by section, and as indented JSON. */
export interface ReadableRecord {
  readonly byteLength: number;
  readonly sections: readonly ReadableSection[];
  readonly json: string;
}

/** Reads one row back for a person to look at; a line that is no record gives its row error. @param line 1-based */
export function readableRecord(
  { reader, setup, tokenizer }: TaskContext,
  { line, encoding }: { readonly line: number; readonly encoding: BytePairEncoding },
): ReadableRecord | { readonly error: RowError } {
  const row = readRow(reader, setup.lineStarts, line - 1);
  if (!('record' in row)) return { error: row };
  const byTokens = tokenizer(encoding);
  const sections = recordSections(row.record).map(({ label, text, isText }) => {
    if (!isText) return { label, text };
    let tokens = 0;
    byTokens.encodeInto(text, { push: () => tokens++ });
    return { label, text, tokens };
  });
  const byteLength = setup.lineStarts[line]! - setup.lineStarts[line - 1]!;
  return { byteLength, sections, json: prettyJson(row.record) };
}
