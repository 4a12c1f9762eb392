import { isMeasured } from '../../../src/engine/report.ts';
import type { Unmeasured } from '../../../src/engine/report.ts';
import type { LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';
import { sampleReport } from './sampleReport.ts';

const { levels } = sampleReport;

/** The levels of the sample report for the field that each speaks of first. */
export const measuredLevels = {
  macro: measured(levels.macro.instruction),
  meso: measured(levels.meso.instruction),
  micro: measured(levels.micro.response),
};

function measured<T extends LevelFigures>(level: T | Unmeasured): T {
  if (!isMeasured(level)) throw new Error('Expected a measured level.');
  return level;
}
