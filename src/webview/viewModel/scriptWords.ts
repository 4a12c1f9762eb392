import type { LetterScript } from '../../metrics/text/mainScript.ts';

/** What scripts are called, as `englishViewWords` has it. */
export const englishScriptWords = {
  'script.Latin': 'Latin',
  'script.Han': 'Han',
  'script.Japanese': 'Japanese',
  'script.Hangul': 'Hangul',
  'script.Cyrillic': 'Cyrillic',
  'script.Greek': 'Greek',
  'script.Arabic': 'Arabic',
  'script.Hebrew': 'Hebrew',
  'script.Devanagari': 'Devanagari',
  'script.Bengali': 'Bengali',
  'script.Tamil': 'Tamil',
  'script.Telugu': 'Telugu',
  'script.Thai': 'Thai',
  'script.Armenian': 'Armenian',
  'script.Georgian': 'Georgian',
  'script.Ethiopic': 'Ethiopic',
  'script.Khmer': 'Khmer',
  'script.Other': 'another',
} as const satisfies Readonly<Record<`script.${LetterScript}`, string>>;
