import { fill } from '../metrics/text/fill.ts';
import { grouped } from '../metrics/text/grouped.ts';

/** A sentence that a face can say in another language: its English with places `{0}`, `{1}`, and what stands there. */
export interface Sentence {
  /** English; the key of its translation. */
  readonly template: string;
  readonly values: readonly (string | Sentence)[];
}

/** @param values numbers as a person reads them (`12,345`): one that is to be typed is given as text */
export function sentence(
  template: string,
  ...values: readonly (string | number | Sentence)[]
): Sentence {
  return {
    template,
    values: values.map((value) => (typeof value === 'number' ? grouped(value) : value)),
  };
}

/** @param translate of templates; absent: the sentence in English */
export function say(
  { template, values }: Sentence,
  translate: (english: string) => string = (english) => english,
): string {
  const parts = values.map((value) => (typeof value === 'string' ? value : say(value, translate)));
  return fill(translate(template), ...parts);
}

/** Sentences within sentences that are told: deeper ones are none of ours. */
const DEEPEST = 4;

/** Whether a value that was read is a sentence. */
export function isSentence(value: unknown, depth = 0): value is Sentence {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  const { template, values } = value as Partial<Record<keyof Sentence, unknown>>;
  return (
    typeof template === 'string' &&
    Array.isArray(values) &&
    values.every((part) => typeof part === 'string' || isSentence(part, depth + 1))
  );
}
