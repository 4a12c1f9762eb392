const anyToken =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])[\p{L}\p{M}\p{N}_])+|[^\s\p{L}\p{N}]/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;

/** Words and their 3-grams; 1- to 3-grams of characters where there are no spaces. */
function features(text) {
  const counts = new Map();
  const count = (feature) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const countNgrams = (word, n) => {
    for (let i = 0; i + n <= word.length; i++) count(word.slice(i, i + n));
  };
  for (const [token] of text.normalize('NFKC').toLowerCase().matchAll(anyToken)) {
    if (unspaced.test(token)) {
      for (const n of [1, 2, 3]) countNgrams(token, n);
    } else {
      count(` ${token} `);
      if (token.length > 3) countNgrams(`<${token}>`, 3);
    }
  }
  return counts;
}

/** Unit vectors of (1 + ln count) · (ln((n + 1) / (df + 1)) + 1), as sparse maps. */
export function fitTfidf(texts) {
  const documentFrequency = new Map();
  const distinct = new Set(texts);
  for (const text of distinct) {
    for (const feature of features(text).keys()) {
      documentFrequency.set(feature, (documentFrequency.get(feature) ?? 0) + 1);
    }
  }
  return (text) => {
    const vector = features(text);
    let squares = 0;
    for (const [feature, count] of vector) {
      const inverse = Math.log((distinct.size + 1) / ((documentFrequency.get(feature) ?? 0) + 1));
      const weight = (1 + Math.log(count)) * (inverse + 1);
      vector.set(feature, weight);
      squares += weight * weight;
    }
    for (const [feature, weight] of vector) vector.set(feature, weight / Math.sqrt(squares));
    return vector;
  };
}

/** A unit vector for every text, which says nothing about it. */
export function randomVectors(dimensions) {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  return () => {
    const vector = Float32Array.from(
      { length: dimensions },
      () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    );
    const length = Math.hypot(...vector);
    return vector.map((x) => x / length);
  };
}
