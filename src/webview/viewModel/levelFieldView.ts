import type { MacroLevel, MesoLevel } from '../../engine/report.ts';
import type { FigureId } from '../../glossary/figures.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { LevelFieldView, LevelId } from '../protocol.ts';
import type { LevelFieldBody } from './figureView.ts';
import { growthView } from './growthView.ts';
import { standingSentences } from './standingSentences.ts';
import type { Wording } from './wording.ts';
import { yardstickView } from './yardstickView.ts';

/** The figures that a level shows first, in this order; all others are shown on demand. */
const TELLING: Readonly<Record<LevelId, readonly FigureId[]>> = {
  macro: [
    'coverage',
    'evenness',
    'vendiScore',
    'meanCosineDistance',
    'rowsWithoutTopic',
    'dominance',
  ],
  meso: ['coverage', 'evenness', 'kindsPerRow', 'rowsWithoutKind', 'dominance'],
  micro: ['coverage', 'entropy', 'distinct', 'midBand', 'length', 'tokens'],
};

/** What a card shows of one field: what the level says by itself, and what all levels have. @param notesAt what was sampled, by where it is told */
export function levelFieldView(
  id: LevelId,
  level: MacroLevel | MesoLevel | MicroLevel,
  body: LevelFieldBody,
  notesAt: (place: LevelId | 'standing') => readonly string[],
  wording: Wording,
): LevelFieldView {
  const growth = growthView(level, wording);
  const yardsticks = yardstickView(level, wording);
  const telling = TELLING[id].flatMap((name) =>
    body.figures.filter((figure) => figure.id === name),
  );
  return {
    kind: 'measured',
    ...body,
    standing: [
      ...notesAt('standing').map((text) => ({ text, lines: [] })),
      ...standingSentences(id, level, wording),
    ],
    ...(growth && { growth }),
    ...(yardsticks && { yardsticks }),
    figures: telling,
    moreFigures: body.figures.filter((figure) => !telling.includes(figure)),
    notes: [...body.notes, ...notesAt(id)],
  };
}
