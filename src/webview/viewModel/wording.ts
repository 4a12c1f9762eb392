import { fill } from '../../metrics/text/fill.ts';
import { withMinus } from '../../metrics/text/withMinus.ts';
import { say, type Sentence } from '../../data/sentence.ts';
import type { FigureWords } from '../../glossary/figure.ts';
import { FIGURE_IDS, wordsOfFigure, type FigureId } from '../../glossary/figures.ts';
import { englishFlagKindWords, type FlagKindWords } from '../../glossary/flagKindWords.ts';
import { englishQualityWords, type QualityWords } from '../../glossary/qualityWords.ts';
import { englishPageWords, translateWords } from '../words.ts';
import type { PageWords } from '../words.ts';
import { englishViewWords } from './viewWords.ts';
import type { ViewWords } from './viewWords.ts';

/** All words and number formats of one display language. */
export interface Wording {
  readonly page: PageWords;
  readonly view: ViewWords;
  readonly figures: Readonly<Record<FigureId, FigureWords>>;
  readonly quality: QualityWords;
  readonly flagKinds: FlagKindWords;
  /** 12,345 */
  readonly count: (value: number) => string;
  /** Effective numbers and averages: one decimal below 10, none above. */
  readonly amount: (value: number) => string;
  /** Exactly so many decimals. */
  readonly decimal: (value: number, digits: number) => string;
  /** 0–1 as percent: one decimal below 10 % and above 99 %, none between; never 0 % or 100 % for a share that is not. */
  readonly percent: (share: number) => string;
  /** 0–1 as percent, of a share that was set and not measured: 5 %. */
  readonly setPercent: (share: number) => string;
  readonly bytes: (value: number) => string;
  readonly seconds: (durationMs: number) => string;
  readonly list: (parts: readonly string[]) => string;
  /** Name of a language by its BCP 47 tag. */
  readonly language: (tag: string) => string;
  /** What the engine says, which is English by itself. */
  readonly say: (sentence: Sentence) => string;
}

/**
 * @param translate vscode.l10n.t in VS Code, the identity for English
 * @param language a BCP 47 tag; one that Intl does not know falls back to English
 */
export function createWording(translate: (english: string) => string, language: string): Wording {
  const locale = knownLocale(language);
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const setShare = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const decimals = new Map<number, (value: number) => string>();
  const decimal = (value: number, digits: number) => {
    let format = decimals.get(digits);
    if (!format) {
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      const exact = new Intl.NumberFormat(locale, options);
      format = remembered((rounded) => withMinus(exact.format(rounded)));
      decimals.set(digits, format);
    }
    return format(Math.round(value * 10 ** digits) / 10 ** digits);
  };
  const view = translateWords(englishViewWords, translate);
  const count = remembered((value) => withMinus(integer.format(value)));
  return {
    page: translateWords(englishPageWords, translate),
    view,
    figures: translateFigures(translate),
    quality: translateEach(englishQualityWords, translate),
    flagKinds: translateEach(englishFlagKindWords, translate),
    count,
    amount: (value) => (value < 9.95 ? decimal(value, 1) : count(value)),
    decimal,
    percent: percentFormat(locale),
    setPercent: (share) => setShare.format(share),
    bytes: bytesFormat(locale),
    seconds: secondsFormat(locale, view.seconds),
    list: (parts) => list.format(parts),
    language: (tag) => languages.of(tag) ?? tag,
    say: (sentence) => say(sentence, translate),
  };
}

export { fill };

/** One paragraph of the sentences that are there: with spaces between them, except after a full stop that brings its own. */
export function joinSentences(sentences: readonly (string | undefined)[]): string {
  return sentences
    .filter((sentence) => sentence !== undefined)
    .reduce(
      (text, sentence) =>
        text === '' || text.endsWith('。') ? text + sentence : `${text} ${sentence}`,
      '',
    );
}

const MOST_REMEMBERED = 10_000;

/** Intl takes a microsecond for a number, which a filter over a hundred thousand reasons feels; few numbers differ. */
function remembered(format: (value: number) => string): (value: number) => string {
  const texts = new Map<number, string>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = format(value);
    if (texts.size >= MOST_REMEMBERED) texts.clear();
    texts.set(value, text);
    return text;
  };
}

function knownLocale(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function translateFigures(translate: (english: string) => string): Wording['figures'] {
  const translated = FIGURE_IDS.map((id) => [id, wordsOfFigure(id, translate)]);
  return Object.fromEntries(translated) as Wording['figures'];
}

function translateEach<Id extends string, Key extends string>(
  words: Readonly<Record<Id, Readonly<Record<Key, string>>>>,
  translate: (english: string) => string,
): Readonly<Record<Id, Readonly<Record<Key, string>>>> {
  const entries = Object.entries<Readonly<Record<Key, string>>>(words);
  const translated = entries.map(([id, each]) => [id, translateWords(each, translate)]);
  return Object.fromEntries(translated) as Record<Id, Record<Key, string>>;
}

function percentFormat(locale: string): Wording['percent'] {
  const whole = new Intl.NumberFormat(locale, { style: 'percent' });
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const fine = new Intl.NumberFormat(locale, { style: 'percent', ...digits });
  return (share) => {
    if (share > 0 && share < 0.001) return `<\u00a0${fine.format(0.001)}`;
    if (share < 1 && share > 0.999) return `>\u00a0${fine.format(0.999)}`;
    const isFine = (share > 0 && share < 0.0995) || (share > 0.99 && share < 1);
    return (isFine ? fine : whole).format(share);
  };
}

function bytesFormat(locale: string): Wording['bytes'] {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const formats = units.map(
    (unit) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumSignificantDigits: unit === 'byte' ? 4 : 3,
      }),
  );
  return (value) => {
    const step = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
    return formats[step]?.format(value / 1000 ** step) ?? '';
  };
}

function secondsFormat(locale: string, template: string): Wording['seconds'] {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const brief = new Intl.NumberFormat(locale, digits);
  const long = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (durationMs) =>
    fill(template, (durationMs < 9950 ? brief : long).format(durationMs / 1000));
}
