import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { Standing } from '../panelTerms.ts';

/** By the share of public sets below the file at the same number of rows; those whose intervals overlap count half. */
export function standingAmong({ yardsticks }: Pick<LevelFigures, 'yardsticks'>): Standing {
  if (!yardsticks || yardsticks.length === 0) return 'unknown';
  const below = yardsticks.filter(({ position }) => position === 'lower').length;
  const similar = yardsticks.filter(({ position }) => position === 'similar').length;
  const share = (below + similar / 2) / yardsticks.length;
  if (share >= 2 / 3) return 'broad';
  return share <= 1 / 3 ? 'narrow' : 'usual';
}
