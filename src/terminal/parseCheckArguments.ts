import { onlyFile, parseWords } from './parseWords.ts';
import { parseThreads } from './parseThreads.ts';
import { oneOf } from '../engine/oneOf.ts';
import { UsageError } from './usageError.ts';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckArguments {
  readonly file: string;
  readonly config: string;
  /** In place of the configuration's. */
  readonly baseline?: string;
  readonly reference?: string;
  readonly format: CheckFormat;
  readonly withTexts: boolean;
  readonly threads: number;
}

const USUAL_CONFIG = 'strata.json';

/** @throws UsageError when the words after `strata check` do not fit */
export function parseCheckArguments(words: readonly string[]): CheckArguments {
  const { values, positionals } = parseWords(words, {
    config: { type: 'string', default: USUAL_CONFIG },
    baseline: { type: 'string' },
    reference: { type: 'string' },
    format: { type: 'string', default: 'text' },
    'with-texts': { type: 'boolean', default: false },
    threads: { type: 'string', default: '0' },
  });
  const file = onlyFile('check', positionals);
  const format = CHECK_FORMATS.find((known) => known === values.format);
  if (!format) {
    throw new UsageError('choice', '--format', oneOf(CHECK_FORMATS), values.format);
  }
  return {
    file,
    config: values.config,
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    ...(values.reference !== undefined && { reference: values.reference }),
    format,
    withTexts: values['with-texts'],
    threads: parseThreads(values.threads),
  };
}
