import { cleanGloss } from './cleanGloss.mjs';

const wordLimit = 45_000;
const leastFrequency = 3;
const glossLimit = 4;
const han = /\p{Script=Han}/u;
const crossReference =
  /^(variant of|old variant|see |CL:|surname |used in|also written|abbr\. (for|of)|Japanese variant|erhua variant|unofficial variant|same as|Taiwan pr)/i;

/**
 * The most frequent words of CC-CEDICT, most frequent first.
 * @param {{simplified: string, traditional: string, pinyin: string, english: string[]}[]} entries
 * @param {string} frequencyList jieba's lines `word count tag`
 * @returns {{keys: string[], gloss: string}[]} keys: the simplified form, then the traditional ones
 */
export function chineseWords(entries, frequencyList) {
  const frequencies = new Map();
  for (const line of frequencyList.split('\n')) {
    const [word, count] = line.split(' ');
    if (word) frequencies.set(word, Number(count));
  }
  const words = new Map();
  for (const { simplified, traditional, pinyin, english } of entries) {
    const glosses = english.map(cleanGloss).filter((g) => g && !crossReference.test(g));
    if (glosses.length === 0 || !han.test(simplified)) continue;
    const word = words.get(simplified) ?? { traditional: new Set(), glosses: [] };
    words.set(simplified, word);
    word.traditional.add(traditional);
    // A name is seldom what the word means: names go last.
    if (/^[A-Z]/.test(pinyin)) word.glosses.push(...glosses.slice(0, 2));
    else word.glosses.unshift(...glosses);
  }
  return [...words]
    .map(([simplified, { traditional, glosses }]) => ({
      keys: [simplified, ...traditional],
      gloss: glosses.slice(0, glossLimit).join('; '),
      frequency: frequencies.get(simplified) ?? 0,
    }))
    .filter(({ keys: [word], frequency }) => [...word].length === 1 || frequency >= leastFrequency)
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, wordLimit)
    .map(({ keys, gloss }) => ({ keys, gloss }));
}
