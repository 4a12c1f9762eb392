import { headlineText } from '../headlineText.ts';
import type { LevelCardView, LevelFieldView, LevelId, MeasuredField } from '../protocol.ts';
import { MEASURED_FIELDS } from '../protocol.ts';
import { tabs } from './controls.ts';
import { element } from './element.ts';
import { figureList } from './figureList.ts';
import { infoPopover } from './infoPopover.ts';
import { levelCharts } from './levelCharts.ts';
import { lineButton } from './lineButton.ts';
import { linesTable } from './linesTable.ts';
import { moreFigures } from './moreFigures.ts';
import type { PageContext } from './pageContext.ts';
import { verdictBlock } from './verdictBlock.ts';
import { withInfo } from './withInfo.ts';

export interface LevelCards {
  readonly element: HTMLElement;
  /** Makes anew only the cards that differ from what is shown. */
  show(levels: readonly LevelCardView[]): void;
}

export function levelCards(page: PageContext): LevelCards {
  const grid = element('div', { class: 'cards' });
  const shown = new Map<string, { key: string; card: HTMLElement }>();
  return {
    element: element('section', { 'aria-label': page.words.levels }, grid),
    show: (levels) => {
      for (const level of levels) {
        const key = JSON.stringify(level);
        const old = shown.get(level.level);
        if (old?.key === key) continue;
        const card = levelCard(level, page);
        if (old) old.card.replaceWith(card);
        else grid.append(card);
        shown.set(level.level, { key, card });
      }
    },
  };
}

function levelCard(level: LevelCardView, page: PageContext): HTMLElement {
  const { words } = page;
  const titleId = `level-${level.level}`;
  const selected = page.state().fieldTabs[level.level] ?? firstField(level);
  const contents = new Map<MeasuredField, FieldContent>();
  const items = MEASURED_FIELDS.map((field) => ({
    id: field,
    label: words[field],
    content: () => {
      const content = fieldContent(level, field, page);
      contents.set(field, content);
      return content.element;
    },
  }));
  return element(
    'article',
    { class: 'card', 'aria-labelledby': titleId },
    element(
      'header',
      {},
      element('h2', { id: titleId }, level.title),
      element('p', { class: 'muted' }, level.subject),
    ),
    tabs(level.title, titleId, items, selected, (id) => {
      const field = MEASURED_FIELDS.find((candidate) => candidate === id);
      if (!field) return;
      contents.get(field)?.refresh();
      page.remember({ fieldTabs: { ...page.state().fieldTabs, [level.level]: field } });
    }),
  );
}

/** The field that the level speaks of first, unless only the other one was measured. */
function firstField({ first, fields }: LevelCardView): MeasuredField {
  if (fields[first].kind !== 'unmeasured') return first;
  return MEASURED_FIELDS.find((field) => fields[field].kind === 'measured') ?? first;
}

interface FieldContent {
  readonly element: HTMLElement;
  /** Shows what was chosen meanwhile in another tab. */
  refresh(): void;
}

function fieldContent(level: LevelCardView, field: MeasuredField, page: PageContext): FieldContent {
  const view = level.fields[field];
  if (view.kind === 'measured') return measuredContent(level.level, view, page);
  const text = view.kind === 'pending' ? page.words.measuring : view.reason;
  return {
    element: element('p', { class: 'level-empty muted' }, text),
    refresh: () => undefined,
  };
}

type Measured = Extract<LevelFieldView, { kind: 'measured' }>;

function measuredContent(id: LevelId, view: Measured, page: PageContext): FieldContent {
  const { headline } = view;
  const spoken = headlineText(headline);
  const charts = levelCharts(id, view, spoken, page);
  const more = moreFigures(id, view.moreFigures, page);
  const content = element(
    'div',
    { class: 'level' },
    element(
      'div',
      { class: 'level-text' },
      element(
        'p',
        { class: 'headline' },
        headline.lead === undefined
          ? undefined
          : element('span', { class: 'headline-unit' }, headline.lead),
        ' ',
        element('span', { class: 'headline-value' }, headline.value),
        ' ',
        element('span', { class: 'headline-unit' }, headline.unit),
        ' ',
        element(
          'span',
          { class: 'headline-aside' },
          headline.interval === undefined
            ? undefined
            : element('span', { class: 'headline-interval muted' }, `(${headline.interval})`),
          infoPopover(spoken, headline.explanation, page),
        ),
      ),
      verdictBlock(view, page),
      view.sentence === '' ? undefined : element('p', { class: 'sentence' }, view.sentence),
      standingList(view, page),
    ),
    charts.element,
    element(
      'div',
      { class: 'level-figures' },
      figureList(view.figures, page),
      more.element,
      ...(view.tables ?? []).map((table) => linesTable(table, page)),
      ...view.notes.map((note) => element('p', { class: 'muted small' }, note)),
      id === 'meso' ? tagRowsLink(page) : undefined,
    ),
  );
  return {
    element: content,
    refresh: () => {
      charts.refresh();
      more.refresh();
    },
  };
}

function standingList({ standing, verdict }: Measured, page: PageContext): HTMLElement {
  const said = verdict.comparison ? [verdict.comparison, ...standing] : standing;
  const items = said.map(({ text, lines, explained }) => {
    const info = explained && infoPopover(explained.label, explained.explanation, page);
    if (lines.length === 0) return element('li', {}, ...(info ? withInfo(text, info) : [text]));
    const links = lines.flatMap((line) => [' ', lineButton(line, page)]);
    // A Japanese full stop brings its own space.
    const space = text.endsWith('。') ? '' : ' ';
    return element(
      'li',
      {},
      `${text}${space}${page.words.exampleLines}:`,
      ...links.slice(0, -1),
      element('span', { class: 'with-info' }, ...links.slice(-1), ...(info ? [' ', info] : [])),
    );
  });
  return element('ul', { class: 'standing' }, ...items);
}

function tagRowsLink(page: PageContext): HTMLElement {
  const link = element('button', { type: 'button', class: 'link small' }, page.words.tagRows);
  link.addEventListener('click', () => page.post({ type: 'tagRows' }));
  return link;
}
