import { expect, test } from 'vitest';
import { englishStrings, saidOfSeveral } from './englishStrings.ts';
import { readJson, sourceText } from './sources.ts';

const japanese = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;

/** Texts whose figure is never 1, by why. */
const NEVER_ONE: Readonly<Record<string, readonly string[]>> = {
  'an effective number, an average or bits: written with decimals below ten': [
    '{0} topics',
    '{0} effective topics of {1}',
    '{0} effective tags of {1}',
    '{0} effective verb–noun pairs of {1}',
    '{0} effective key phrases of {1}',
    '{0} effective tokens of {1}',
    '{0} effective tags by a language model of {1}',
    '{0} effective verbs of {1}',
    '{0} effective nouns of {1}',
    '{0} effective tokens of {1} types',
    'twice the rows would bring {0} effective kinds',
    'The wording is as varied as if {0} different tokens were used equally often; half of the rows have {1} {1|token|tokens} or fewer.',
    '{0} bits',
    '{0} ± {1} bits',
    'entropy {0} bits',
    'Jensen–Shannon divergence {0} bits; without a shift {1} ± {2}; p = {3}',
    'drift {0} bits, by chance {1} ({2})',
  ],
  'the common number of rows, or another at which levels are measured or drawn': [
    'Of {0} public data sets, each at {1} rows: less diverse {2}, about as diverse {3}, more diverse {4}.',
    'It is compared from {0} rows on; there are {1}. Before that, compare the file with a reference of your own.',
    'At {0} rows the headline would be {1}.',
    'At {0} rows, more than there are, the headline would be {1}.',
    'Public data sets are compared at {0} rows, and these are too few to say what {0} would show. Whether they are broad or narrow stays open.',
    'Public data sets are compared at {0} rows, and too few of these differ to say what {0} would show. Whether they are broad or narrow stays open.',
    'Diamonds: public data sets at {0} rows.',
    'Against public data sets at {0} rows',
    'Effective number of kinds at {0} rows',
    '{0}, {1}, at {2} rows',
    'at {0} rows: {1}',
    'Macro: effective topics, at {0} rows',
    'Meso: effective tags or task units, at {0} rows',
    'Micro: effective tokens, at {0} rows',
    'Too few rows to say: no level has {0} rows in every generation.',
    '{0}: {1}, {2} at {3}%. Effective kinds at {4} rows: {5}',
    'A mixture of {0} rows takes {0} generated rows and {1} real ones, {2} of which are held back; the files have {3} and {4}: the largest is {5}.',
  ],
  'a sample, which is taken of hundreds of rows or more': [
    'A random sample of {0} rows',
    'Measured on {0} rows; on {1} it would be {2}. The rows of the file that were not read hold further kinds.',
    'On {0} rows, twice as many as were read for it, the headline would be {1}.',
    '{0} rows, twice as many as were read for it, would bring {1} effective kinds',
    'Topics were found on {0} of {1} different rows; all rows were then sorted into them.',
    '{0} of {1} different rows were laid out first; the others were placed among their nearest rows.',
    '{0} (of {1} of {2} rows)',
    'Nearest rows were searched approximately ({0} for each row): {1} of the true ones were found, on a sample of {2} rows.',
  ],
  'a limit that we set': [
    'Names and the start of rows, at most {0} characters of each, of {1} go to the language model that asks. Figures alone need no texts.',
    'Strata: cursors are on {0} of {1} lines.',
    'Kinds that rows have together more often than chance, in {0} rows or more, by normalised pointwise mutual information (1: never apart).',
    '{0} phrases of four words or more recur in {1} rows or more; the {2} that take up most text are listed.',
    '{0} phrases of four words or more recur in {1} rows or more.',
    'One phrase of four words or more recurs in {0} rows or more.',
    'No phrase of four words or more recurs in {0} rows or more.',
    '… and {0} more in {1} rows or more',
    'in {0} rows and more',
    'Effective number of kinds in the choice, in {0} random choices of as many rows (mean; line: lowest to highest), and in the whole file.',
    'A shift is beyond noise where the mean area is above {0}, the largest of {1} divisions of real rows among themselves.',
    'gone {0}, by chance {1}; {2} ({3}, smallest of {4} classes)',
    '{0} runs',
    '{0} pixels',
    'The last {0} of {1} runs; the table has all.',
    '{0} of {1} runs shown',
    'The levels cannot be taken together: that needs {1} runs with all of them, and there are {0}.',
    '{0} grows to more than {1} times its size (and 256 MiB) when it is unpacked: no data set does, so reading stopped.',
  ],
  'a part of several: the whole is more than one': [
    '{0} rows, the first in line {1}',
    'The largest of {0} topics takes {1} of the rows.',
    'The 3 largest of {0} topics take {1} of the rows.',
    'Half of all occurrences are taken by the {0} largest of {1} kinds.',
    '{0} of {1} verbs shown, each as wide as the nouns shown with it',
    'Same frame: “{0}” in {1} rows',
    'in {0}–{1} rows',
  ],
  'one has a text of its own': [
    '{0} lines flagged',
    '{0} tokens',
    '{0} dismissed flags are not shown; they are listed in the tree “Flagged Rows”.',
  ],
  'no figure, but a name, or two things': [
    'Marked are ratios where a level of whole rows gains beyond noise (error rate {0} over all levels and ratios), none loses, and no shift is beyond noise (error rate {1} over all ratios).',
    'Rows like those of {0} are preferred.',
    '{0} and {1} are in {2}, where each is from in {3}',
    'strata {0} takes two files, but got {1}: strata {0} {2}.',
    '{0} takes lines such as 1-500 or 7,20-30,900-, counted from 1, not "{1}".',
    '{0} holds no rows.',
    '{0} gave vectors for more texts than the {1} that it was sent.',
    '{0} run without levels: the data set is not there to be measured ({1})',
  ],
};

const exempt = new Set([...saidOfSeveral, ...Object.values(NEVER_ONE).flat()]);

/** Words in -s after a figure that are no plurals. */
const NO_PLURAL =
  /^(?:\w*ss|is|as|has|was|its|this|less|says|needs|holds|gives|takes|goes|follows|helps|does|grows|begins|names|exists|pays|costs|hangs|moves|means|stays|unpacks|always)$/u;
/** Words after which what follows is of something else than the figure. */
const ENDS = /^(?:of|in|to|on|with|from|and|by|at|for|is|as|has|was|each|than|that|where|if)$/u;

/** The plural that stands behind a figure whatever the figure: “{0} rows”, “{0} more clusters”, “{0} of the rows are”. */
function fixedPlural(text: string): string | undefined {
  for (const [, behind = ''] of text.matchAll(/\{\d\}((?: [A-Za-z][\w–'-]*){1,3})/gu)) {
    for (const word of behind.trim().split(' ')) {
      if (ENDS.test(word)) break;
      if (/^[a-z–-]+s$/u.test(word) && !NO_PLURAL.test(word)) return word;
    }
  }
  return /\{\d\}(?: of (?:the )?\{\d\}(?: [a-z]+)*?)? (?:are|were|have|recur)\b/u.exec(text)?.[0];
}

test('what stands behind a figure is right for one as for several', () => {
  expect(englishStrings.filter((text) => !exempt.has(text) && fixedPlural(text))).toEqual([]);
});

test('a text that is let off has a plural behind a figure', () => {
  expect(
    Object.values(NEVER_ONE)
      .flat()
      .filter((text) => !fixedPlural(text)),
  ).toEqual([]);
});

test('a word with two forms goes by a figure, has none in Japanese, and is never left to VS Code to fill in', () => {
  const forms = /\{(\d+)\|[^{}|]*\|[^{}|]*\}/gu;
  for (const text of englishStrings) {
    for (const [, index] of text.matchAll(forms)) expect(text).toContain(`{${index}}`);
    expect(text.replace(forms, ''), text).not.toMatch(/\{[^}]*\|/u);
    expect(japanese[text] ?? '', text).not.toMatch(/\{\d+\|/u);
  }
  expect(sourceText('src')).not.toMatch(/l10n\.t\(\s*'[^']*\{\d\|[^']*',\s*[^\s)]/u);
});

const KANA_OR_KANJI = '[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]';

test('Japanese has a space beside figures and Latin letters, and none between its own', () => {
  const between = new RegExp(`[\u3001-\u30ff\u3400-\u9fff] ${KANA_OR_KANJI}`, 'u');
  const beside = new RegExp(`${KANA_OR_KANJI}[\\dA-Za-z]|[\\dA-Za-z]${KANA_OR_KANJI}`, 'u');
  for (const text of Object.values(japanese)) {
    const own = text.replace(/「[^」]*」/gu, '「」');
    expect(own).not.toMatch(between);
    expect(own.replace(/\{\d+\}/gu, '{}')).not.toMatch(beside);
  }
});
