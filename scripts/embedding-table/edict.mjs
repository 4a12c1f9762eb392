import { cleanGloss } from './cleanGloss.mjs';

const glossLimit = 4;
const entryLine = /^(\S+)(?: \[([^\]]+)\])? \/(.*)\/$/;
const han = /\p{Script=Han}/u;
const hiraganaOnly = /^\p{Script=Hiragana}+$/u;

/** What a verb of the row ends in before its endings: 書く → 書か 書き 書く 書け 書こ 書い. */
const godanEndings = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};

/**
 * The common words of EDICT, those marked (P).
 * @param {string} text the dictionary, decoded
 * @returns {{keys: string[], stems: string[], readings: string[], gloss: string}[]}
 */
export function japaneseWords(text) {
  const words = new Map();
  for (const line of text.split('\n').slice(1)) {
    const match = entryLine.exec(line);
    if (!match?.[3].includes('(P)')) continue;
    const [, headword, reading, body] = match;
    const glosses = body.split('/').map(cleanGloss).filter(Boolean);
    if (glosses.length === 0 || words.has(headword)) continue;
    const partOfSpeech = /^\(([^)]*)\)/.exec(body)?.[1] ?? '';
    words.set(headword, {
      keys: isDistinctive(headword) ? [headword] : [],
      stems: stems(headword, partOfSpeech),
      readings: reading && isDistinctiveReading(reading) ? [reading] : [],
      gloss: glosses.slice(0, glossLimit).join('; '),
    });
  }
  return [...words.values()];
}

/** Kana words of one or two letters are particles, or would be found inside other words. */
function isDistinctive(word) {
  if (han.test(word)) return true;
  return [...word].length >= (hiraganaOnly.test(word) ? 3 : 2);
}

/** A short reading in hiragana would be found inside unrelated words. */
function isDistinctiveReading(reading) {
  return [...reading].length >= (hiraganaOnly.test(reading) ? 4 : 3);
}

function stems(word, partOfSpeech) {
  const last = word.slice(-1);
  const stem = word.slice(0, -1);
  if (/\bv1/.test(partOfSpeech) && last === 'る' && (han.test(stem) || stem.length >= 2))
    return [stem];
  if (/\bv5/.test(partOfSpeech) && last in godanEndings && han.test(stem))
    return [...godanEndings[last]].map((ending) => stem + ending);
  if (/\badj-i/.test(partOfSpeech) && last === 'い' && (han.test(stem) || stem.length >= 3))
    return [...'くかさそ'].map((ending) => stem + ending);
  return [];
}
