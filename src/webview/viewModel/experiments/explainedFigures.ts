import type { Tongue } from '../../../engine/experiments/noteSentence.ts';
import { wordsOfFigure, type FigureId } from '../../../glossary/figures.ts';
import type { ExplainedFigure } from '../../explanation.ts';

/** Figures with what the glossary says of them. */
export const explainedFigures = (
  ids: readonly FigureId[],
  { translate }: Tongue,
): readonly ExplainedFigure[] =>
  ids.map((id) => {
    const { label, ...explanation } = wordsOfFigure(id, translate);
    return { label, explanation };
  });
