import { barsSvg } from './charts/barsSvg.ts';
import { curveSvg } from './charts/curveSvg.ts';
import { growthSvg } from './charts/growthSvg.ts';
import { ringsSvg } from './charts/ringsSvg.ts';
import { yardsticksSvg } from './charts/yardsticksSvg.ts';
import type {
  Block,
  DocumentChart,
  DocumentTable,
  GlossaryEntry,
  ReportDocument,
  Section,
} from './document.ts';
import { documentStyle } from './documentStyle.ts';
import type { Verdict } from '../webview/viewModel/verdicts.ts';
import { joinSentences, type Wording } from '../webview/viewModel/wording.ts';
import { html, Html } from './html.ts';

type Numbers = Pick<Wording, 'count' | 'amount'>;

/** Nothing may be run or fetched, whatever a text of the file holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** One file that needs nothing else: no script, nothing fetched, charts inside, made to be printed on A4. */
export function renderHtml(document: ReportDocument, numbers: Numbers): string {
  const { title, language, sections } = document;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Strata" />
        <title>${title}</title>
        <style>
          ${new Html(documentStyle)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${sections.map((section, at) => sectionHtml(section, at, numbers))}
        </main>
      </body>
    </html> `;
  return page.toString();
}

function sectionHtml({ title, startsPage, blocks }: Section, at: number, numbers: Numbers): Html {
  const id = `section-${at + 1}`;
  const page = startsPage ? html` class="page"` : undefined;
  return html`<section aria-labelledby="${id}" ${page}>
    <h2 id="${id}">${title}</h2>
    ${blocks.map((block) => blockHtml(block, numbers))}
  </section> `;
}

function blockHtml(block: Block, numbers: Numbers): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'note':
      return html`<p class="note">${block.text}</p>`;
    case 'headline':
      return html`<p class="headline">
        ${leadHtml(block.lead)}<strong>${block.value}</strong> ${block.unit}
        ${intervalHtml(block.interval)}
      </p>`;
    case 'facts':
      return html`<dl class="facts">
        ${block.facts.map(
          ({ label, value, detail }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}${detail === undefined ? undefined : html`<small>${detail}</small>`}</dd>
            </div>`,
        )}
      </dl>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'steps':
      return html`<ol class="steps">
        ${block.steps.map(({ title, text }) => html`<li><strong>${title}</strong> ${text}</li>`)}
      </ol>`;
    case 'verdicts':
      return html`<div class="verdicts">${block.verdicts.map(verdictHtml)}</div>`;
    case 'figures':
      return html`<dl class="figures">
        ${block.figures.map(
          ({ label, value, explanation: { means, meansNot } }) =>
            html`<div title="${joinSentences([means, meansNot])}">
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`;
    case 'charts':
      return html`<div class="charts">
        ${block.charts.map((chart) => chartHtml(chart, numbers))}
      </div>`;
    case 'table':
      return tableHtml(block);
    case 'columns':
      return html`<div class="columns">
        ${block.columns.map(
          (blocks) => html`<div>${blocks.map((inner) => blockHtml(inner, numbers))}</div>`,
        )}
      </div>`;
    case 'glossary':
      return html`<div class="glossary">${block.entries.map(entryHtml)}</div>`;
  }
}

const leadHtml = (lead: string | undefined) => lead && html`${lead} `;

const SIGNS = { broad: '▲', usual: '●', narrow: '▼', unknown: '–' } as const;

function verdictHtml(verdict: Verdict): Html {
  const { title, field, standing, word, lead, value, unit, interval, sentences, yardsticks } =
    verdict;
  return html`<article class="verdict ${standing}">
    <h4>${title} <small>${field}</small></h4>
    <p class="word"><span aria-hidden="true">${SIGNS[standing]}</span> ${word}</p>
    <p class="headline">
      ${leadHtml(lead)}<strong>${value}</strong> ${unit} ${intervalHtml(interval)}
    </p>
    ${yardsticks && yardsticksSvg(yardsticks, 'small')}
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </article>`;
}

function intervalHtml(interval: string | undefined): Html | undefined {
  return interval === undefined ? undefined : html`<small>${interval}</small>`;
}

function chartHtml(chart: DocumentChart, numbers: Numbers): Html {
  return html`<figure class="${chart.kind}">
    <figcaption>${chart.title}</figcaption>
    ${drawing(chart, numbers)}${legend(chart)}
  </figure>`;
}

function drawing(chart: DocumentChart, numbers: Numbers): Html {
  switch (chart.kind) {
    case 'bars':
      return barsSvg(chart);
    case 'curve':
      return curveSvg(chart, numbers);
    case 'rings':
      return ringsSvg(chart);
    case 'growth':
      return growthSvg(chart, numbers);
    case 'yardsticks':
      return yardsticksSvg(chart, 'large');
  }
}

function legend(chart: DocumentChart): Html | undefined {
  switch (chart.kind) {
    case 'bars':
    case 'rings':
      return chart.rest === undefined ? undefined : html`<p class="note">${chart.rest}</p>`;
    case 'growth':
      return html`<p class="note">${chart.legend}</p>`;
    case 'yardsticks':
      return html`<p class="note">
        ${chart.sets.map(({ name, text }) => `${name} ${text}`).join(' · ')}
      </p>`;
    case 'curve':
      return undefined;
  }
}

function tableHtml({ title, note, header, rows, numeric, rest }: DocumentTable): Html {
  const side = (column: number) => (numeric.includes(column) ? html` class="number"` : undefined);
  const row = (cells: readonly string[]) =>
    html`<tr>
      ${cells.map((cell, column) => html`<td${side(column)}>${cell}</td>`)}
    </tr>`;
  return html`<div class="table">
    ${title === undefined ? undefined : html`<h4>${title}</h4>`}
    ${note === undefined ? undefined : html`<p class="note">${note}</p>`}
    <table>
      <thead>
        <tr>
          ${header.map((head, column) => html`<th scope="col" ${side(column)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
    ${rest === undefined ? undefined : html`<p class="note">${rest}</p>`}
  </div>`;
}

function entryHtml({ id, label, parts }: GlossaryEntry): Html {
  return html`<article id="figure-${id}">
    <h4>${label}</h4>
    <dl>
      ${parts.map(
        ({ head, text }) =>
          html`<dt>${head}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
  </article>`;
}
