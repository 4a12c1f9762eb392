import { isAscii } from '../text/isAscii.ts';
import type { Span } from './span.ts';

export type PersonalDataCode = 'email-address' | 'phone-number' | 'card-number' | 'secret-key';

/** Not the remotes of SSH and the like: `git@host:owner/name.git`, `ssh://git@host/name`. */
const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}@(?<!(?:ssh|git|https?):\/\/[\w.%+-]{1,64}@)(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}]{2,24}(?![\p{L}\p{N}.-]{0,80}:[\w.~/-]{0,200}(?:\/|\.git\b))/gu;
/** Domains that stand for no one (RFC 2606), and those of the packages' scopes. */
const NO_ONES = /@(?:.+\.)?(?:example|test|invalid|localhost)(?:\.(?:com|net|org|jp|co\.jp))?$/i;
/** The national forms of North America and Japan, with separators: bare digits are too often something else. */
const NATIONAL_PHONE =
  /(?<![\d.,/-])(?:\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|0\d{1,3}-\d{2,4}-\d{4})(?![\d/-]|[.,]\d)/g;
/** A plus sign and groups of digits, as ITU-T E.123 has them or without any separator; no term of a sum. */
const PLUS_AND_DIGITS =
  /\+(?<!(?:[A-Za-z\d+)\]}_^=]|\d[ .,/-])\+)[1-9]\d{0,14}(?:[ ./-]?\(\d{1,5}\)[ ./-]?\d{1,12})?(?:[ ./-]\d{1,12}){0,7}(?![\d/-]|[.,]\d|[A-Za-z])/g;
/** @see ITU-T E.164, list of assigned country codes (2016), whose first digits no other code begins with */
const COUNTRY_CODE =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|3[578]\d|42\d|50\d|59\d|6[7-9]\d|8[0578]\d|9[679]\d)/;
const NORTH_AMERICAN = /^1[2-9]\d{2}[2-9]\d{6}$/;
/** Fictitious numbers of films and manuals. */
const NO_PHONE = /555[ .)-]{0,2}\d{4}$|555-?01\d\d$|(?:000|0000|1234|5678)$/;
/** American Express; Diners Club; JCB; and the others, which have 16 digits too. */
const CARD =
  /(?<![\d.-])(?:3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|3(?:0[0-5]|[689]\d)\d[ -]?\d{6}[ -]?\d{4}|(?:35(?:2[89]|[3-8]\d)|[2456]\d{3})(?:[ -]?\d{4}){3})(?![\d-]|\.\d)/g;
const FULL_WIDTH_DIGITS = /[０-９]/;
/** The last of them is a JSON Web Token (RFC 7519), whose header begins with `{"`. */
const KEY =
  /\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{35}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,}|xox[abprs]-[\w-]{10,}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}|sk_live_[A-Za-z0-9]{16,}|hf_[A-Za-z0-9]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{20,})|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g;

/**
 * The first e-mail address, telephone number, payment card number (with a valid check digit) and secret key in a text. Made-up
 * ones, as manuals have them, are passed over: example.com, numbers with 555, cards of at most two different digits. O(length).
 */
export function findPersonalData(text: string): ReadonlyMap<PersonalDataCode, Span> {
  const found = new Map<PersonalDataCode, Span>();
  const look = (
    code: PersonalDataCode,
    pattern: RegExp,
    isReal: (match: string) => boolean,
    read = text,
  ) => {
    for (const match of read.matchAll(pattern)) {
      const known = found.get(code);
      if (known && known.start <= match.index) return;
      if (!isReal(match[0])) continue;
      found.set(code, { start: match.index, end: match.index + match[0].length });
      return;
    }
  };
  if (text.includes('@')) look('email-address', EMAIL, (match) => !NO_ONES.test(match));
  const digits = !isAscii(text) && FULL_WIDTH_DIGITS.test(text) ? withAsciiDigits(text) : text;
  if (/\d{3}|\+\d/.test(digits)) {
    // Fewer digits in such groups are a date.
    const isReal = (match: string) => !NO_PHONE.test(match) && digitsOf(match).length >= 9;
    look(
      'phone-number',
      PLUS_AND_DIGITS,
      (match) => isReal(match) && isInternational(match),
      digits,
    );
    look('phone-number', NATIONAL_PHONE, isReal, digits);
    look('card-number', CARD, (match) => isLuhn(digitsOf(match)), digits);
  }
  if (mayHaveKey(text)) look('secret-key', KEY, () => true);
  return found;
}

/** All but three kinds of keys have a dash or an underscore, which is looked for faster than their beginnings. */
function mayHaveKey(text: string): boolean {
  const hasMark = text.includes('-') || text.includes('_');
  if (!hasMark) return text.includes('AKIA') || text.includes('AIza') || text.includes('eyJ');
  return /AKIA|AIza|eyJ|gh[pousr]_|github_pat_|xox|sk[-_]|hf_|-----BEGIN/.test(text);
}

/** What may be shown of it: enough to find it, too little to use it. */
export function maskPersonalData(text: string, code: PersonalDataCode): string {
  switch (code) {
    case 'email-address':
      return text.replace(/^(.).*@(.).*(\.[^.]+)$/u, '$1…@$2…$3');
    case 'secret-key':
      return `${text.slice(0, 4)}… (${text.length})`;
    case 'phone-number':
    case 'card-number':
      return text.replace(/[\d０-９](?=(?:[^\d０-９]*[\d０-９]){2})/g, '•');
  }
}

/**
 * A text with all masked that `findPersonalData` finds in it, one after the other.
 * @param shown UTF-16 units of the result that are to be seen: what begins behind them stays as it is
 * O(length · what is masked).
 */
export function withPersonalDataMasked(text: string, shown = Infinity): string {
  for (;;) {
    const next = [...findPersonalData(text)].find(([, { start }]) => start < shown);
    if (!next) return text;
    const [code, { start, end }] = next;
    const masked = maskPersonalData(text.slice(start, end), code);
    text = `${text.slice(0, start)}${masked}${text.slice(end)}`;
  }
}

/** At most 15 digits with the country's code first, as ITU-T E.164 has it; groups of one digit stand at the front only. */
function isInternational(match: string): boolean {
  const groups = match.match(/\d+/g) ?? [];
  const digits = groups.join('');
  if (
    digits.length < (groups.length === 1 ? 10 : 9) ||
    digits.length > 15 ||
    !COUNTRY_CODE.test(digits)
  )
    return false;
  return (
    (!digits.startsWith('1') || NORTH_AMERICAN.test(digits)) &&
    (groups.length === 1 || groups[0]!.length <= 3) &&
    groups.slice(2).every((group) => group.length > 1)
  );
}

/** Of the same length, so that places stay: full-width digits and the dashes, spaces and plus signs among them. */
function withAsciiDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('＋', '+')
    .replace(/(?<=\d)[－‐‑−ー](?=\d)/g, '-')
    .replace(/(?<=\d)　(?=\d)/g, ' ');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** @see ISO/IEC 7812-1, annex B: the check digit after Luhn */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = Number(digits[digits.length - 1 - place]);
    if (place % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0 && new Set(digits).size > 2;
}
