import type { KindOfRow } from './kindOfRow.ts';
import { KEY_PHRASE_STOP_WORDS } from './stopWords.ts';

/** Verbs that tasks are stated with, by the beginning that all their forms share. */
const VERB_BY_STEM = new Map(
  Object.entries({
    書: '書く',
    描: '描く',
    作: '作る',
    造: '造る',
    創: '創る',
    教: '教える',
    読: '読む',
    選: '選ぶ',
    答: '答える',
    考: '考える',
    使: '使う',
    求: '求める',
    述: '述べる',
    挙: '挙げる',
    あげ: '挙げる',
    比べ: '比べる',
    探: '探す',
    見: '見る',
    知: '知る',
    直: '直す',
    訳: '訳す',
    送: '送る',
    買: '買う',
    売: '売る',
    持: '持つ',
    調べ: '調べる',
    示: '示す',
    返: '返す',
    変え: '変える',
    替え: '替える',
    伝え: '伝える',
    食べ: '食べる',
    飲: '飲む',
    聞: '聞く',
    話: '話す',
    語: '語る',
    受け: '受ける',
    取: '取る',
    付け: '付ける',
    つけ: '付ける',
    決め: '決める',
    始め: '始める',
    終え: '終える',
    試: '試す',
    加え: '加える',
    まとめ: 'まとめる',
    並べ: '並べる',
    数え: '数える',
    測: '測る',
    計: '計る',
    学: '学ぶ',
    組: '組む',
    分け: '分ける',
    開: '開く',
    閉: '閉じる',
    消: '消す',
    入れ: '入れる',
    出: '出す',
    続け: '続ける',
    見つけ: '見つける',
    育て: '育てる',
    乗: '乗る',
    着: '着る',
    置: '置く',
    走: '走る',
    飛: '飛ぶ',
    待: '待つ',
    押: '押す',
    引: '引く',
    切: '切る',
    含: '含む',
    設け: '設ける',
    防: '防ぐ',
    守: '守る',
    増や: '増やす',
    減ら: '減らす',
    高め: '高める',
    除: '除く',
    抜き: '抜く',
    評: '評する',
    解: '解く',
    眺め: '眺める',
    撮: '撮る',
    弾: '弾く',
    打: '打つ',
    投げ: '投げる',
    運: '運ぶ',
    渡: '渡る',
    歩: '歩く',
  }),
);

/** Forms of する that follow a noun: 翻訳してください, 説明せよ. */
const SURU = /^(?:する|し|して|した|しろ|せよ|され|さ|できる|でき|したい)/;

const CONTENT = /^[\p{Script=Han}\p{Script=Katakana}ー々A-Za-z0-9+#.]+$/u;
const HAN_OR_KATAKANA = /[\p{Script=Han}\p{Script=Katakana}]/u;
const LATIN_NAME = /^[A-Za-z][A-Za-z0-9+#.]+$/;

/** Words that are joined into one noun at most; the dictionary of the segmenter cuts compounds small. */
const MAX_NOUN_WORDS = 4;

const stopWords = KEY_PHRASE_STOP_WORDS.get('ja')!;

interface Noun {
  readonly name: string;
  readonly next: number;
}

/** A run of words in Kanji, Katakana or Latin script from `at`. */
function nounAt(segments: readonly string[], at: number): Noun | undefined {
  let name = '';
  let next = at;
  while (next < segments.length && CONTENT.test(segments[next]!)) {
    name += segments[next]!;
    next++;
  }
  const latin = LATIN_NAME.test(name);
  if (name.length < 2 && !/\p{Script=Han}/u.test(name)) return undefined;
  if (!latin && !HAN_OR_KATAKANA.test(name)) return undefined;
  return { name: segments.slice(Math.max(at, next - MAX_NOUN_WORDS), next).join(''), next };
}

/** The verb of which a noun with を at `at` is the object, also past one more phrase: 文章を英語に翻訳する. */
function verbAfterObject(segments: readonly string[], at: number): string | undefined {
  const verb = verbAt(segments, at);
  if (verb !== undefined) return verb;
  const between = nounAt(segments, at);
  return between !== undefined && /^(?:に|へ|で|と|から)$/.test(segments[between.next] ?? '')
    ? verbAt(segments, between.next + 1)
    : undefined;
}

function verbAt(segments: readonly string[], at: number): string | undefined {
  const word = segments[at] ?? '';
  const following = (segments[at + 1] ?? '') + (segments[at + 2] ?? '');
  const noun = nounAt(segments, at);
  if (noun !== undefined && noun.name.length > 1 && SURU.test(segments[noun.next] ?? '')) {
    return `${noun.name}する`;
  }
  const whole = word + following;
  for (let length = Math.min(3, whole.length); length > 0; length--) {
    const verb = VERB_BY_STEM.get(whole.slice(0, length));
    // 見 before another Kanji begins a noun (見本) and no verb.
    if (verb !== undefined && !/^\p{Script=Han}/u.test(whole.slice(length))) return verb;
  }
  return undefined;
}

/** A single Kanji is a noun only where a particle or a mark follows; else it begins a verb (置かれて). */
const isNounAlone = (name: string, following: string): boolean =>
  !stopWords.has(name) &&
  !/^\d+\p{Script=Han}?$/u.test(name) &&
  (name.length > 1 ||
    /^(?:が|を|に|は|の|と|で|も|へ|や|から|まで|より|など|\P{L}.*)?$/u.test(following));

/**
 * Kinds of a Japanese text: nouns with the verb they are the object of (文章を翻訳する, メールを書く), or, in a text that has
 * none, nouns: runs of Kanji, Katakana and Latin words.
 * @param segments the text cut by Intl.Segmenter, punctuation included
 */
export function japanesePhrases(segments: readonly string[]): KindOfRow[] {
  const pairs: KindOfRow[] = [];
  const nouns: KindOfRow[] = [];
  for (let i = 0; i < segments.length;) {
    const noun = nounAt(segments, i);
    if (noun === undefined) {
      i++;
      continue;
    }
    const name = noun.name.toLowerCase();
    const verb =
      segments[noun.next] === 'を' ? verbAfterObject(segments, noun.next + 1) : undefined;
    if (verb !== undefined) {
      pairs.push({ name: `${name}を${verb}`, verb, noun: name, source: 'key-phrases' });
    } else if (isNounAlone(name, segments[noun.next] ?? '')) {
      nouns.push({ name, source: 'key-phrases' });
    }
    i = noun.next;
  }
  return pairs.length > 0 ? pairs : nouns;
}
