import { figures, FIGURE_IDS, wordsOfFigure, type FigureId } from './figures.ts';
import { glossaryHeadings } from './headings.ts';

/** The figures that the README tells of; docs/metrics.md has all. */
const IN_README: readonly FigureId[] = [
  'effectiveNumber',
  'interval',
  'atCommonRows',
  'coverage',
  'evenness',
  'vendiScore',
  'meanCosineDistance',
  'rowsWithoutTopic',
  'kindsPerRow',
  'balance',
  'entropy',
  'distinct',
  'midBand',
  'mtld',
  'selfRepetition',
  'jaccardSimilarity',
  'cosineSimilarity',
  'offDistributionScore',
];

/** The table of the README: what the figures mean, and what not. */
export function readmeTable(): string {
  const cells = IN_README.map((id) => {
    const { label, means, meansNot } = figures[id];
    return [`**${label}**`, means, meansNot];
  });
  return table(['figure', 'means', 'does not mean'], cells);
}

/** A page with everything that is said of every figure. @param translate from English */
export function glossaryPage(translate: (english: string) => string): string {
  const heads = glossaryHeadings(translate);
  const sections = FIGURE_IDS.map((id) => {
    const words = wordsOfFigure(id, translate);
    const { paths } = figures[id];
    return [
      `## ${words.label}`,
      [
        `- **${heads.means}**: ${words.means}`,
        `- **${heads.range}**: ${words.range}`,
        `- **${heads.meansNot}**: ${words.meansNot}`,
        `- **${heads.whatToDo}**: ${words.whatToDo}`,
        `- **${heads.formula}**: ${escapeMarkdown(words.formula)}`,
        `- **${heads.source}**: ${escapeMarkdown(words.source)}`,
        `- \`strata explain ${id}\`${paths.map((path) => ` · \`${path}\``).join('')}`,
      ].join('\n'),
    ].join('\n\n');
  });
  return `${[`# ${heads.title}`, heads.subject, ...sections].join('\n\n')}\n`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Only what formulas and titles have: signs that Markdown would take for emphasis or a table. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_|<>]/g, '\\$&');
}
