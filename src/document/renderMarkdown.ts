import type { Block, DocumentChart, DocumentTable, ReportDocument } from './document.ts';
import type { Verdict } from '../webview/viewModel/verdicts.ts';

const TABLE_ROWS = 10;

/** The same document as Markdown: charts as tables of their values. */
export function renderMarkdown({ title, sections }: ReportDocument): string {
  const parts = sections.map((section) =>
    [`## ${plain(section.title)}`, ...section.blocks.flatMap(blockMarkdown)].join('\n\n'),
  );
  return `${[`# ${plain(title)}`, ...parts].join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${plain(block.text)}`];
    case 'text':
      return [plain(block.text)];
    case 'note':
      return [`_${plain(block.text)}_`];
    case 'headline':
      return [headlineText(block)];
    case 'facts':
      return [
        block.facts
          .map(({ label, value, detail }) =>
            [
              `- **${plain(label)}**: ${plain(value)}`,
              ...(detail ? [`(${plain(detail)})`] : []),
            ].join(' '),
          )
          .join('\n'),
      ];
    case 'list':
      return [block.items.map((item) => `- ${plain(item)}`).join('\n')];
    case 'steps':
      return [
        block.steps
          .map(({ title, text }, at) => `${at + 1}. **${plain(title)}** ${plain(text)}`)
          .join('\n'),
      ];
    case 'verdicts':
      return block.verdicts.flatMap(verdictMarkdown);
    case 'figures':
      return [
        block.figures
          .map(({ label, value }) => `- ${plain(label)}: **${plain(value)}**`)
          .join('\n'),
      ];
    case 'charts':
      return block.charts.flatMap(chartMarkdown);
    case 'table':
      return tableMarkdown(block);
    case 'columns':
      return block.columns.flatMap((blocks) => blocks.flatMap(blockMarkdown));
    case 'glossary':
      return block.entries.map(({ label, parts }) =>
        [
          `- **${plain(label)}**`,
          ...parts.map(({ head, text }) => `  - ${plain(head)}: ${plain(text)}`),
        ].join('\n'),
      );
  }
}

function verdictMarkdown(verdict: Verdict): string[] {
  const { title, field, word, sentences } = verdict;
  return [
    `### ${plain(title)} (${plain(field)}): ${plain(word)}`,
    headlineText(verdict),
    ...sentences.map(plain),
  ];
}

function headlineText({
  lead,
  value,
  unit,
  interval,
}: Pick<Verdict, 'lead' | 'value' | 'unit' | 'interval'>): string {
  const range = interval === undefined ? '' : ` (${plain(interval)})`;
  const before = lead === undefined ? '' : `${plain(lead)} `;
  return `${before}**${plain(value)}** ${plain(unit)}${range}`;
}

function chartMarkdown(chart: DocumentChart): string[] {
  switch (chart.kind) {
    case 'bars':
      return tableMarkdown({
        title: chart.title,
        header: [chart.nameLabel, chart.valueLabel, '%'],
        rows: chart.bars
          .slice(0, chart.drawn)
          .map(({ name, valueText, shareText }) => [name, valueText, shareText]),
        numeric: [1, 2],
        ...(chart.rest !== undefined && { rest: chart.rest }),
      });
    case 'rings':
      return tableMarkdown({
        title: chart.title,
        header: [chart.groupLabel, chart.valueLabel, chart.partLabel],
        rows: chart.groups
          .slice(0, TABLE_ROWS)
          .map(({ name, valueText, parts }) => [
            name,
            valueText,
            parts.map((part) => `${part.name} (${part.valueText})`).join(', '),
          ]),
        numeric: [1],
        ...(chart.rest !== undefined && { rest: chart.rest }),
      });
    case 'curve':
      return tableMarkdown({
        title: chart.title,
        header: [chart.xLabel, chart.yLabel],
        rows: spread(chart.points).map(({ xText, yText }) => [xText, yText]),
        numeric: [0, 1],
      });
    case 'growth': {
      const hasBand = chart.points.some(({ band }) => band);
      return tableMarkdown({
        title: chart.title,
        header: [chart.xLabel, chart.yLabel, ...(hasBand ? ['95%'] : []), chart.coverageLabel],
        rows: spread(chart.points).map(({ rowsText, valueText, band, coverageText }) => [
          rowsText,
          valueText,
          ...(band ? [`${band.lowText}–${band.highText}`] : []),
          coverageText,
        ]),
        numeric: hasBand ? [0, 1, 2, 3] : [0, 1, 2],
      });
    }
    case 'yardsticks':
      return [
        `**${plain(chart.title)}**`,
        [chart.file.text, ...chart.sets.map(({ name, text }) => `${name} ${text}`)]
          .map((text) => `- ${plain(text)}`)
          .join('\n'),
      ];
  }
}

/** At most so many points, evenly, with the first and the last. */
function spread<T>(points: readonly T[]): readonly T[] {
  if (points.length <= TABLE_ROWS) return points;
  const places = Array.from({ length: TABLE_ROWS }, (_, at) =>
    Math.round((at * (points.length - 1)) / (TABLE_ROWS - 1)),
  );
  return places.flatMap((place) => points.slice(place, place + 1));
}

function tableMarkdown({ title, note, header, rows, numeric, rest }: DocumentTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  const rule = header.map((_, column) => (numeric.includes(column) ? '--:' : '---'));
  return [
    ...(title === undefined ? [] : [`**${plain(title)}**`]),
    ...(note === undefined ? [] : [`_${plain(note)}_`]),
    [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n'),
    ...(rest === undefined ? [] : [`_${plain(rest)}_`]),
  ];
}

/** Text that stays text: no sign of it is taken for Markdown or HTML. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s)/u, '$1\\$2');
}
