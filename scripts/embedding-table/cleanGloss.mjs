/** A dictionary's gloss without its notes in brackets and without Chinese or Japanese characters. */
export function cleanGloss(gloss) {
  return gloss
    .replace(/\[[^\]]*\]|\{[^}]*\}/g, '')
    .replace(/\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/[\u3000-\u9fff|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
