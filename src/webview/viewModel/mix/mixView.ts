import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { SheetStatus, SheetView } from '../../sheetProtocol.ts';
import { fill, joinSentences, type Wording } from '../wording.ts';
import { diversitySection, repeatSection, shiftSection } from './mixCharts.ts';
import { mixVerdict } from './mixVerdict.ts';
import type { MixState } from './mixState.ts';
import type { MixWords } from './mixWords.ts';
import { ratioSection } from './ratioSection.ts';

/** What the page shows of mixtures, from the first points on. @param names of the generated and the real file */
export function toMixView(
  state: MixState,
  names: readonly [string, string],
  words: MixWords,
  wording: Wording,
): Pick<SheetView, 'files' | 'sections'> {
  const { generated, real } = state.frame;
  const fileOf = (mark: string, name: string, rows: number) => {
    const shown = harmlessText(name, 200);
    return {
      mark,
      name: shown,
      summary: fill(words.fileSummary, mark, shown, wording.count(rows)),
    };
  };
  return {
    files: [
      fileOf(words.generatedMark, names[0], generated.file.rows),
      fileOf(words.realMark, names[1], real.file.rows),
    ],
    sections: [
      diversitySection(state, words, wording),
      shiftSection(state, words, wording),
      repeatSection(state, words, wording),
      ratioSection(state, words, wording),
    ],
  };
}

/** What both curves say, once all ratios are measured. */
export function mixStatus(
  { frame, verdicts, points }: MixState,
  words: MixWords,
  wording: Wording,
): SheetStatus {
  if (!verdicts) return { kind: 'running', phase: words.mixing, fraction: 1 };
  const { plan, notes } = frame;
  const lastOf = (curve: 'all' | 'close') => points[curve].at(-1)?.ratio ?? 0;
  return {
    kind: 'done',
    verdict: mixVerdict(verdicts.all, lastOf('all'), words, wording),
    detail: joinSentences([
      verdicts.close &&
        fill(words.closeVerdict, mixVerdict(verdicts.close, lastOf('close'), words, wording)),
      fill(
        words.basis,
        wording.count(plan.size),
        wording.count(plan.draws),
        wording.count(plan.heldBackRows),
      ),
      ...notes.map(({ code }) => words[`note.${code}`]),
    ]),
    isConcern: false,
  };
}
