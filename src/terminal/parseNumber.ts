import { UsageError } from './usageError.ts';

/** @throws UsageError unless the text is a whole number from `least` on */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw new UsageError(`${option} takes a whole number from ${least} on, not "${text}".`);
}

/** @throws UsageError unless the text is a number from 0 to 100 */
export function percentage(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new UsageError(`${option} takes a number from 0 to 100, not "${text}".`);
}
