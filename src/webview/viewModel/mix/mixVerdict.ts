import type { MixVerdict } from '../../../engine/mix/mixing.ts';
import { fill, joinSentences, type Wording } from '../wording.ts';
import { rangeWords, runsOf } from './mixCharts.ts';
import type { MixWords } from './mixWords.ts';

/** What a curve of mixtures says, in one or two sentences. @param last the highest ratio that was measured */
export function mixVerdict(
  verdict: MixVerdict,
  last: number,
  words: MixWords,
  wording: Wording,
): string {
  const ratios = rangeWords(runsOf(verdict.ratios), words, wording.count, wording.list);
  return joinSentences([
    fill(words[`verdict.${verdict.code}`], ratios),
    unshiftedWords(verdict, last, words, wording),
  ]);
}

function unshiftedWords(
  { unshiftedUpTo }: MixVerdict,
  last: number,
  words: MixWords,
  { count }: Wording,
): string | undefined {
  if (unshiftedUpTo === undefined) return undefined;
  if (unshiftedUpTo >= last) return words.neverShifted;
  return fill(words.unshifted, fill(words.perCent, count(unshiftedUpTo)));
}
