const SHINGLE_TOKENS = 3;

/** 3-token shingles: words, or characters where the text has no spaces to speak of. */
export function shingles(text: string, language: string): Set<string> {
  const tokens = ['ja', 'ko'].includes(language) ? Array.from(text) : text.split(' ');
  const count = Math.max(1, tokens.length - SHINGLE_TOKENS + 1);
  return new Set(
    Array.from({ length: count }, (_, start) =>
      tokens.slice(start, start + SHINGLE_TOKENS).join(' '),
    ),
  );
}

/** Jaccard similarity, 0–1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}
