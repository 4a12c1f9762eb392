import type { KindOfRow } from './kindOfRow.ts';

/** Longer tags are cut here, in UTF-16 units: a field of essays is no field of tags. */
const MAX_TAG_LENGTH = 200;

/**
 * The kinds of a row that its tags name: white space folded, Unicode NFKC, counted in lower case and shown as written.
 * @returns distinct kinds in order of appearance; empty tags give none
 */
export function tagKinds(
  tags: readonly string[],
  source: 'tags' | 'language-model' = 'tags',
): KindOfRow[] {
  const kinds = new Map<string, KindOfRow>();
  for (const tag of tags) {
    const form = tag
      .slice(0, MAX_TAG_LENGTH)
      .toWellFormed()
      .normalize('NFKC')
      .replace(/\s+/g, ' ')
      .trim();
    const name = form.toLowerCase();
    if (name === '' || kinds.has(name)) continue;
    kinds.set(name, form === name ? { name, source } : { name, form, source });
  }
  return [...kinds.values()];
}
