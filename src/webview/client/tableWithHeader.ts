import { element } from './element.ts';
import { labelCells } from './labelCells.ts';

/** A table that scrolls by itself. @param caption told to a screen reader only */
export function tableWithHeader(
  caption: string,
  header: readonly string[],
  body: readonly HTMLElement[],
) {
  const cells = [...(body[0]?.children ?? [])];
  const headerCells = header.map((label, at) => {
    // A label stands above the end of its figures as they do.
    const kind = cells[at]?.className === 'number' ? 'number' : undefined;
    return element('th', { scope: 'col', class: kind }, label);
  });
  labelCells(body, header);
  const content = element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, caption),
    element('thead', {}, element('tr', {}, ...headerCells)),
    element('tbody', {}, ...body),
  );
  return element('div', { class: 'table-scroll', tabindex: '0', role: 'group' }, content);
}
