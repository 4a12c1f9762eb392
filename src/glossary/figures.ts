import type { Figure, FigureWords } from './figure.ts';
import { experimentFigures } from './experimentFigures.ts';
import { flagFigures } from './flagFigures.ts';
import { levelFigures } from './levelFigures.ts';
import { macroFigures } from './macroFigures.ts';
import { mesoFigures } from './mesoFigures.ts';
import { mixFigures } from './mixFigures.ts';
import { microFigures } from './microFigures.ts';
import { sources } from './sources.ts';

const figuresOfReport = {
  ...levelFigures,
  ...macroFigures,
  ...mesoFigures,
  ...microFigures,
  ...flagFigures,
} as const;

/** Every figure that Strata shows: the one place of their explanations for panel, terminal, reports, README and docs. */
export const figures = {
  ...figuresOfReport,
  ...experimentFigures,
  ...mixFigures,
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof figures;

export const FIGURE_IDS = Object.keys(figures) as readonly FigureId[];

/** Those of one data set; the others are of training runs, choices and mixtures. */
export const REPORT_FIGURE_IDS = Object.keys(
  figuresOfReport,
) as readonly (keyof typeof figuresOfReport)[];

/** Said where a figure follows no paper. */
export const OWN_MEASURE = 'Strata’s own measure';

/** @param translate from English, which is the key of every translation; works and their authors stay as they are */
export function wordsOfFigure(id: FigureId, translate: (english: string) => string): FigureWords {
  const figure: Figure = figures[id];
  return {
    label: translate(figure.label),
    means: translate(figure.means),
    range: translate(figure.range),
    meansNot: translate(figure.meansNot),
    whatToDo: translate(figure.whatToDo),
    formula: translate(figure.formula),
    source:
      figure.sources.length > 0
        ? figure.sources.map((source) => sources[source]).join('; ')
        : translate(OWN_MEASURE),
  };
}
