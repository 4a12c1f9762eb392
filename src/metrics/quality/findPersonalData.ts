import type { Span } from './span.ts';

export type PersonalDataCode = 'email-address' | 'phone-number' | 'card-number' | 'secret-key';

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}]{2,24}/gu;
/** Domains that stand for no one (RFC 2606), and those of the packages' scopes. */
const NO_ONES = /@(?:.+\.)?(?:example|test|invalid|localhost)(?:\.(?:com|net|org|jp|co\.jp))?$/i;
/** International form, or the national forms of North America and Japan, with separators: bare digits are too often something else. */
const PHONE =
  /(?<![\d.,/-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{2,4}){2,3}|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|0\d{1,3}-\d{2,4}-\d{4})(?![\d/-]|[.,]\d)/g;
/** Fictitious numbers of films and manuals. */
const NO_PHONE = /555[ .)-]{0,2}\d{4}$|555-?01\d\d$|(?:000|0000|1234|5678)$/;
const CARD =
  /(?<![\d.-])(?:3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|[2456]\d{3}(?:[ -]?\d{4}){3})(?![\d-]|\.\d)/g;
const KEY =
  /\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{35}|gh[pousr]_[A-Za-z0-9]{36,}|xox[abprs]-[\w-]{10,}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}|sk_live_[A-Za-z0-9]{16,}|hf_[A-Za-z0-9]{30,})|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g;

/**
 * The first e-mail address, telephone number, payment card number (with a valid check digit) and secret key in a text. Made-up
 * ones, as manuals have them, are passed over: example.com, numbers with 555. O(length).
 */
export function findPersonalData(text: string): ReadonlyMap<PersonalDataCode, Span> {
  const found = new Map<PersonalDataCode, Span>();
  const look = (code: PersonalDataCode, pattern: RegExp, isReal: (match: string) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      if (!isReal(match[0])) continue;
      found.set(code, { start: match.index, end: match.index + match[0].length });
      return;
    }
  };
  if (text.includes('@')) look('email-address', EMAIL, (match) => !NO_ONES.test(match));
  if (/\d{3}/.test(text)) {
    look('phone-number', PHONE, (match) => !NO_PHONE.test(match) && digitsOf(match).length >= 9);
    look('card-number', CARD, (match) => isLuhn(digitsOf(match)));
  }
  if (/AKIA|AIza|gh[pousr]_|xox|sk[-_]|hf_|-----BEGIN/.test(text))
    look('secret-key', KEY, () => true);
  return found;
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
      return text.replace(/\d(?=(?:\D*\d){2})/g, '•');
  }
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
