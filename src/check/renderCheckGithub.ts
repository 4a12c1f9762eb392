import { fill } from '../webview/viewModel/wording.ts';
import { filePlaceOf, hasPassed, type CheckOutcome } from './checkOutcome.ts';
import { resultSentence, type Translate } from './resultTexts.ts';
import { englishCheckWords as words } from './checkWords.ts';
import { grouped } from '../metrics/text/grouped.ts';

/** GitHub shows ten warnings of a step at most. */
const MOST_WARNINGS = 10;

/** Workflow commands of GitHub Actions: an error for each limit that is not kept, warnings for the most severe flags. */
export function renderCheckGithub(outcome: CheckOutcome, translate: Translate): string {
  const { file, results, flags, notes } = outcome;
  const failed = results.filter((result) => result.outcome === 'failed');
  const lines = [
    ...failed.map((result) =>
      command('error', { file, line: 1, title: 'strata check' }, resultSentence(result, translate)),
    ),
    ...flags
      .slice(0, MOST_WARNINGS)
      .map(({ kind, line, reason }) =>
        command('warning', { ...filePlaceOf(outcome, line), title: kind }, reason),
      ),
    ...notes.map((note) => command('notice', { title: 'strata check' }, note)),
  ];
  const isOne = results.length === 1;
  const summary = hasPassed(outcome)
    ? fill(translate(isOne ? words.allKeptOne : words.allKeptOther), String(results.length))
    : fill(
        translate(isOne ? words.someNotKeptOne : words.someNotKeptOther),
        String(failed.length),
        String(results.length),
      );
  const more = flags.length - MOST_WARNINGS;
  const last =
    more > 0
      ? fill(
          translate(more === 1 ? words.moreFlagsOne : words.moreFlagsOther),
          summary,
          grouped(more),
        )
      : summary;
  return `${[...lines, last].join('\n')}\n`;
}

function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${property(String(value))}`,
  );
  return `::${name} ${list.join(',')}::${data(message)}`;
}

const data = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
