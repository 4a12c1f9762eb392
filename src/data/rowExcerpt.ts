import { planFields } from './fieldPlan.ts';
import { isJsonObject } from './jsonObject.ts';
import type { FieldSelection } from './rowTypes.ts';
import { textViews } from './textViews.ts';

/** What a person recognises a row by: its instruction, else its response, else the line as it stands in the file. */
export function rowExcerpt(bytes: Buffer, selection: FieldSelection): string {
  const line = bytes.toString('utf8').replace(/^\ufeff/, '');
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return line.trim();
  }
  if (!isJsonObject(record)) return line.trim();
  const views = textViews(record, planFields([record], selection));
  return views?.instruction ?? views?.response ?? line.trim();
}
