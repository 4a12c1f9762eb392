import { findFigures } from '../glossary/findFigures.ts';
import { FIGURE_IDS, figures, wordsOfFigure, type FigureId } from '../glossary/figures.ts';
import { glossaryHeadings } from '../glossary/headings.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import type { Command } from './command.ts';
import { HELP_ENTRY, LANGUAGE_ENTRY } from './commonUsage.ts';
import { parseWords } from './parseWords.ts';
import { print } from './print.ts';
import { columnsOf, styleOf, type Style } from './style.ts';
import type { TerminalContext } from './terminalContext.ts';
import { UsageError } from './usageError.ts';
import { wrapText } from './wrapText.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  { synopsis: 'strata explain [FIGURE] [--language en|ja]' },
  {
    text: 'Says what a figure means, its range, what it does not mean, what to do, its formula and its source. FIGURE is a name, a label, or a path of the JSON report: mtld, "Vendi Score", levels.macro.instruction.hill.q1. Without one, lists all figures.',
  },
  { entries: [LANGUAGE_ENTRY, HELP_ENTRY] },
];

const MOST_COLUMNS = 100;
const PARTS = ['means', 'range', 'meansNot', 'whatToDo', 'formula', 'source'] as const;

type Translate = (english: string) => string;

export const explainCommand: Command = {
  name: 'explain',
  summary: 'say what a figure means, and what it does not mean',
  usage: USAGE,
  run: explain,
};

async function explain(words: readonly string[], context: TerminalContext): Promise<number> {
  const { stdout, wording } = context;
  const { translate } = wording;
  const { positionals } = parseWords(words, {});
  const style = styleOf(stdout);
  const asked = positionals.join(' ');
  if (asked === '') {
    await print(list(FIGURE_IDS, translate, style), context);
    return 0;
  }
  const found = findFigures(asked, translate);
  if (found.length === 0) {
    throw new UsageError('noSuchFigure', asked);
  }
  const columns = Math.min(MOST_COLUMNS, columnsOf(stdout));
  await print(found.map((id) => explanation(id, translate, style, columns)).join('\n'), context);
  return 0;
}

function list(ids: readonly FigureId[], translate: Translate, style: Style): string {
  const width = Math.max(...ids.map((id) => id.length)) + 2;
  return ids
    .map((id) => `${style.accent(padToWidth(id, width))}${translate(figures[id].label)}\n`)
    .join('');
}

/** @param columns of the terminal */
function explanation(id: FigureId, translate: Translate, style: Style, columns: number): string {
  const words = wordsOfFigure(id, translate);
  const heads = glossaryHeadings(translate);
  const width = Math.max(...PARTS.map((part) => columnWidth(heads[part]))) + 2;
  const lines = PARTS.flatMap((part) =>
    wrapText(words[part], columns - width - 2).map((line, at) => {
      const head = padToWidth(at === 0 ? heads[part] : '', width);
      return `  ${style.dim(head)}${line}`;
    }),
  );
  return [
    `${style.bold(words.label)}  ${style.dim(id)}`,
    ...lines,
    ...figures[id].paths.map((path) => `  ${style.dim(path)}`),
    '',
  ].join('\n');
}
