import { isAscii } from './isAscii.ts';

/**
 * The writing of a row: names of Unicode scripts, but `Japanese` for kana with the Han characters among them, and
 * `Common` for a row without letters.
 */
export type ScriptName =
  | 'Latin'
  | 'Han'
  | 'Japanese'
  | 'Hangul'
  | 'Cyrillic'
  | 'Greek'
  | 'Arabic'
  | 'Hebrew'
  | 'Devanagari'
  | 'Bengali'
  | 'Tamil'
  | 'Telugu'
  | 'Thai'
  | 'Armenian'
  | 'Georgian'
  | 'Ethiopic'
  | 'Khmer'
  | 'Other'
  | 'Common';

/** Those that have letters. */
export type LetterScript = Exclude<ScriptName, 'Common'>;

/** Enough to tell the main script of a text that may be megabytes long. */
const MAX_CODE_UNITS = 4_096;
/** Chinese text may quote a little Japanese, Japanese prose is at least a third kana. */
const MIN_KANA_SHARE = 0.1;

/** First and last code point of the blocks that hold a script's letters, ascending. */
const BLOCKS: readonly (readonly [first: number, last: number, script: ScriptName | 'Kana'])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xaa, 0xaa, 'Latin'],
  [0xba, 0xba, 'Latin'],
  [0xc0, 0xd6, 'Latin'],
  [0xd8, 0xf6, 'Latin'],
  [0xf8, 0x2af, 'Latin'],
  [0x370, 0x3ff, 'Greek'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x531, 0x587, 'Armenian'],
  [0x5d0, 0x5f4, 'Hebrew'],
  [0x620, 0x77f, 'Arabic'],
  [0x8a0, 0x8ff, 'Arabic'],
  [0x900, 0x97f, 'Devanagari'],
  [0x980, 0x9ff, 'Bengali'],
  [0xb80, 0xbff, 'Tamil'],
  [0xc00, 0xc7f, 'Telugu'],
  [0xe01, 0xe5b, 'Thai'],
  [0x10a0, 0x10ff, 'Georgian'],
  [0x1100, 0x11ff, 'Hangul'],
  [0x1200, 0x139f, 'Ethiopic'],
  [0x1780, 0x17ff, 'Khmer'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x1f00, 0x1fff, 'Greek'],
  [0x3005, 0x3007, 'Han'],
  [0x3041, 0x309f, 'Kana'],
  [0x30a1, 0x30ff, 'Kana'],
  [0x3131, 0x318e, 'Hangul'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Han'],
  [0x4e00, 0x9fff, 'Han'],
  [0xac00, 0xd7af, 'Hangul'],
  [0xf900, 0xfaff, 'Han'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfeff, 'Arabic'],
  [0xff21, 0xff3a, 'Latin'],
  [0xff41, 0xff5a, 'Latin'],
  [0xff66, 0xff9f, 'Kana'],
  [0x20000, 0x3134f, 'Han'],
];

const LETTER = /\p{L}/u;

/**
 * The script that most letters of a row's texts are in; ties go to the script met first. Each text is read up to its
 * 4,096th code unit. O(code units): some 100 million letters a second.
 */
export function mainScript(texts: readonly string[]): ScriptName {
  if (texts.every(isAscii)) return texts.some(hasAsciiLetter) ? 'Latin' : 'Common';
  const counts = new Map<ScriptName | 'Kana', number>();
  for (const text of texts) countScripts(text, counts);
  const kana = counts.get('Kana') ?? 0;
  const han = counts.get('Han') ?? 0;
  if (kana > 0 && kana >= MIN_KANA_SHARE * (kana + han)) {
    counts.set('Japanese', kana + han);
    counts.delete('Han');
  }
  counts.delete('Kana');
  let main: ScriptName = 'Common';
  let most = 0;
  for (const [script, count] of counts) {
    if (count <= most || script === 'Kana') continue;
    main = script;
    most = count;
  }
  return main;
}

function hasAsciiLetter(text: string): boolean {
  const at = text.search(/[A-Za-z]/);
  return at >= 0 && at < MAX_CODE_UNITS;
}

function countScripts(text: string, counts: Map<ScriptName | 'Kana', number>): void {
  const end = Math.min(text.length, MAX_CODE_UNITS);
  let [first, last, script] = BLOCKS[1]!;
  // Neighbouring letters are mostly of one block: the run is counted, not every letter.
  let run = 0;
  const endRun = (): void => {
    if (run > 0) counts.set(script, (counts.get(script) ?? 0) + run);
    run = 0;
  };
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= first && unit <= last) {
      run++;
      continue;
    }
    if (unit < 0x41) continue;
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at++;
    const block = blockOf(codePoint);
    if (block !== undefined) {
      endRun();
      [first, last, script] = block;
      run = 1;
    } else if (unit > 0x7f && LETTER.test(String.fromCodePoint(codePoint))) {
      counts.set('Other', (counts.get('Other') ?? 0) + 1);
    }
  }
  endRun();
}

function blockOf(codePoint: number): (typeof BLOCKS)[number] | undefined {
  let low = 0;
  let high = BLOCKS.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (BLOCKS[middle]![1] < codePoint) low = middle + 1;
    else high = middle;
  }
  const block = BLOCKS[low]!;
  return codePoint >= block[0] && codePoint <= block[1] ? block : undefined;
}
