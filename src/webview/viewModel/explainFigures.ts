import type { FigureId } from '../../glossary/figures.ts';
import type { ExplainedFigure } from '../explanation.ts';
import type { Wording } from './wording.ts';

/** Figures with what the glossary says of them. */
export const explainFigures = (
  ids: readonly FigureId[],
  wording: Pick<Wording, 'figures'>,
): readonly ExplainedFigure[] => ids.map((id) => explainFigure(id, wording));

export function explainFigure(
  id: FigureId,
  { figures }: Pick<Wording, 'figures'>,
): ExplainedFigure {
  const { label, ...explanation } = figures[id];
  return { label, explanation };
}
