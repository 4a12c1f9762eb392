import type { HeadView } from '../protocol.ts';
import { FIELD_ROLES } from '../protocol.ts';
import { button } from './controls.ts';
import { element, fill } from './element.ts';
import { fieldsControl } from './fieldsControl.ts';
import { icon } from './icons.ts';
import type { PageContext } from './pageContext.ts';

/** The file and what was read of it. `actions` stand at the end of the first line. */
export function headSection(
  head: HeadView,
  page: PageContext,
  actions: readonly HTMLElement[],
): HTMLElement {
  const facts = head.facts.map(({ label, value, detail }) =>
    element(
      'div',
      { class: 'fact' },
      element('dt', {}, label),
      element('dd', {}, value),
      detail === undefined ? undefined : element('dd', { class: 'muted small' }, detail),
    ),
  );
  return element(
    'section',
    { class: 'head', 'aria-label': page.words.head },
    headLine(head.fileName, actions),
    element('dl', { class: 'facts' }, ...facts),
    fieldsLine(head, page),
    ...head.notes.map((note) => element('p', { class: 'note' }, icon('info'), note)),
  );
}

export function headLine(fileName: string, actions: readonly HTMLElement[]): HTMLElement {
  return element(
    'div',
    { class: 'head-line' },
    element('h1', { dir: 'auto', tabindex: '-1', title: fileName }, fileName),
    element('div', { class: 'actions' }, ...actions),
  );
}

/** The buttons of a finished inspection. */
export function headActions(page: PageContext): HTMLElement[] {
  return [
    button(page.words.inspectAgain, {
      icon: 'refresh',
      onClick: () => page.post({ type: 'inspectAgain' }),
    }),
    button(page.words.showCheckList, {
      icon: 'check-list',
      onClick: () => page.post({ type: 'showCheckList' }),
    }),
    button(page.words.openSettings, {
      icon: 'settings',
      onClick: () => page.post({ type: 'openSettings' }),
    }),
  ];
}

function fieldsLine(head: HeadView, page: PageContext): HTMLElement {
  const { words } = page;
  const sources = FIELD_ROLES.map((role) => {
    const source = head.fields[role];
    return element(
      'div',
      { class: 'field-source' },
      element('dt', {}, words[role]),
      source === undefined
        ? element('dd', { class: 'muted' }, words.noField)
        : element('dd', { title: fill(words.readFrom, source) }, element('code', {}, source)),
    );
  });
  return element(
    'div',
    { class: 'fields' },
    element('dl', { class: 'field-sources' }, ...sources),
    fieldsControl(head, page),
  );
}
