import type { QualityFindingView, QualityView } from '../protocol.ts';
import { element, fill, formatCount } from './element.ts';
import { infoPopover } from './infoPopover.ts';
import type { PageContext } from './pageContext.ts';

/** The kinds of quality findings with their counts; each opens into lines that can be gone to. */
export function qualitySection(view: QualityView, page: PageContext): HTMLElement {
  const { words } = page;
  const content =
    view.findings.length === 0
      ? [element('p', { class: 'sentence muted' }, words.noQuality)]
      : [
          element('p', { class: 'sentence' }, view.sentence ?? ''),
          element(
            'ul',
            { class: 'findings' },
            ...view.findings.map((finding) => element('li', {}, ...findingParts(finding, page))),
          ),
        ];
  return element(
    'section',
    { class: 'quality', 'aria-labelledby': 'quality-title' },
    element('h2', { id: 'quality-title' }, words.qualityFindings),
    ...content,
  );
}

/** The (i) stands beside the disclosure: a button inside a summary would open both. */
function findingParts(finding: QualityFindingView, page: PageContext): HTMLElement[] {
  const { label, isImportant, weight, rows, explanation } = finding;
  const details = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { class: 'finding-label' }, label),
      element(
        'span',
        { class: isImportant ? 'finding-weight important' : 'finding-weight' },
        weight,
      ),
      element('span', { class: 'finding-rows' }, rows),
    ),
  );
  details.addEventListener('toggle', () => details.append(...placesOf(finding, page)), {
    once: true,
  });
  return [details, infoPopover(label, explanation, page)];
}

function placesOf({ places, rest }: QualityFindingView, page: PageContext): HTMLElement[] {
  const items = places.map(({ line, excerpt }) => {
    const button = element(
      'button',
      {
        type: 'button',
        class: 'finding-place',
        title: fill(page.words.openLine, formatCount(line)),
      },
      element('span', { class: 'finding-line' }, formatCount(line)),
      element('span', { class: 'finding-excerpt', dir: 'auto' }, excerpt ?? ''),
    );
    button.addEventListener('click', () =>
      page.post({ type: 'openLine', line, preserveFocus: false }),
    );
    return element('li', {}, button);
  });
  const list = element('ul', { class: 'finding-places' }, ...items);
  return rest === undefined ? [list] : [list, element('p', { class: 'muted small' }, rest)];
}
