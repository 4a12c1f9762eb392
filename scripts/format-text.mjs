// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';

const configFile = join(import.meta.dirname, '..', '.oxfmtrc.json');

/**
 * Text as `npm run format` leaves it.
 * @param {string} name of the file that holds it, by whose ending its language is told
 * @param {string} text
 * @throws {Error} where the text is none of that language
 */
export async function formatText(name, text) {
  const { $schema: _, ...options } = JSON.parse(readFileSync(configFile, 'utf8'));
  const { code, errors } = await format(name, text, options);
  if (errors.length > 0) throw new Error(`${name}: ${errors.map((e) => e.message).join('; ')}`);
  return code;
}
