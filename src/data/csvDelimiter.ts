/** What may part the cells of a table. */
export type Delimiter = ',' | ';' | '\t';

/**
 * What parts the cells of a table: the comma, unless the first line that is not blank has none and has semicolons or tabs.
 * @param text of the table, or its beginning; with or without a byte-order mark
 */
export function csvDelimiter(text: string): Delimiter {
  const [, header = ''] = /^\ufeff?[\r\n]*([^\r\n]*)/u.exec(text) ?? [];
  if (header.includes(',')) return ',';
  return ([';', '\t'] as const).find((sign) => header.includes(sign)) ?? ',';
}
