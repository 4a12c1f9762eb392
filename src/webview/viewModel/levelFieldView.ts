import type { MacroLevel, MesoLevel } from '../../engine/report.ts';
import type { FigureId } from '../../glossary/figures.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { LevelFieldView, LevelId } from '../protocol.ts';
import type { LevelFieldBody } from './figureView.ts';
import { growthView } from './growthView.ts';
import { standingSentences } from './standingSentences.ts';
import { verdictView } from './verdictView.ts';
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

/** What was sampled for a level of one field. */
export interface LevelSample {
  /** Whether the file has more rows than the level was measured on. */
  readonly isSampled: boolean;
  /** In words, by where it is told. */
  readonly notesAt: (place: LevelId | 'standing') => readonly string[];
}

/** What a card shows of one field: what the level says by itself, and what all levels have. */
export function levelFieldView(
  id: LevelId,
  level: MacroLevel | MesoLevel | MicroLevel,
  body: LevelFieldBody,
  { isSampled, notesAt }: LevelSample,
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
    verdict: verdictView(id, level, isSampled, wording),
    standing: [
      ...notesAt('standing').map((text) => ({ text, lines: [] })),
      ...standingSentences(id, level, wording, isSampled),
    ],
    ...(growth && { growth }),
    ...(yardsticks && { yardsticks }),
    figures: telling,
    moreFigures: body.figures.filter((figure) => !telling.includes(figure)),
    notes: [...body.notes, ...notesAt(id)],
  };
}
