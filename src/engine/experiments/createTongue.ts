import { withMinus } from '../../metrics/text/withMinus.ts';
import type { Tongue } from './noteSentence.ts';

/**
 * @param translate from English
 * @param locale BCP 47 tag; of an unknown one, English number formats
 * @param sign what is done to a figure that may be negative; people read a minus, programs a hyphen
 */
export function createTongue(
  translate: (english: string) => string,
  locale: string,
  sign = withMinus,
): Tongue {
  const integer = new Intl.NumberFormat(locale);
  const figure = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const powers = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 3,
    notation: 'scientific',
  });
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const percent = new Intl.NumberFormat(locale, { style: 'percent', ...digits });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    translate,
    count: (value) => integer.format(value),
    // Of what rounds to nothing, no sign is told; rows of zeros and whole lines of digits break every column.
    figure: (value) => sign((isPlain(value) ? figure : powers).format(value + 0)),
    // Certainty is never reached: a probability of 1 is a rounded one.
    percent: (share) =>
      share > 0.999
        ? `> ${percent.format(0.999)}`
        : share < 0.001
          ? `< ${percent.format(0.001)}`
          : percent.format(share),
    list: (parts) => list.format(parts),
  };
}

const isPlain = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15);
