import { UsageError } from './usageError.ts';

/** @throws UsageError unless the text is a whole number from `least` to `most` */
export function wholeNumber(option: string, text: string, least: number, most = Infinity): number {
  const number = Number(text);
  const isWhole = /^\d+$/.test(text) && Number.isSafeInteger(number);
  if (isWhole && number >= least && number <= most) return number;
  throw most === Infinity
    ? new UsageError('wholeNumberFrom', option, String(least), text)
    : new UsageError('wholeNumberBetween', option, String(least), String(most), text);
}

/** @throws UsageError unless the text is a number from 0 to 100 */
export function percentage(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new UsageError('percentage', option, text);
}
