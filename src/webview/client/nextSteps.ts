import type { FlagKind, NextStep } from '../protocol.ts';
import { actionLink } from './actionLink.ts';
import { element, formatCount } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** Flags of which a copy without them is what to do; the others have to be read first. */
const LEFT_OUT: readonly FlagKind[] = [
  'row-error',
  'exact-duplicate',
  'near-duplicate',
  'semantic-duplicate',
  'contained',
];

export interface NextSteps {
  readonly element: HTMLElement;
  /** The flags are others now. */
  update(steps: readonly NextStep[]): void;
}

/** What to do next, each step with what helps: the list that written reports begin with. Closed at first, as the levels are what one came for. */
export function nextSteps(
  initial: readonly NextStep[],
  page: PageContext,
  showRows: (kind: FlagKind, reason?: string) => void,
): NextSteps {
  const { words } = page;
  const count = element('span', { class: 'muted' });
  const list = element('ol', {});
  const nothing = element('p', { class: 'muted' }, words.nothingToDo);
  const details = element(
    'details',
    { class: 'next-steps', ...(page.state().areStepsOpen && { open: '' }) },
    element('summary', {}, element('h2', {}, words.nextSteps), ' ', count),
    nothing,
    list,
  );
  details.addEventListener('toggle', () => page.remember({ areStepsOpen: details.open }));
  const link = (label: string, onClick: () => void) => {
    const made = element('button', { type: 'button', class: 'link' }, label);
    made.addEventListener('click', onClick);
    return made;
  };
  const linksOf = ({ flagKind, reason, action }: NextStep): HTMLElement[] => {
    if (action) return [actionLink(action, page)];
    if (!flagKind) return [];
    const filter = { kinds: [flagKind] };
    const copy = link(words.writeCleanCopy, () => page.post({ type: 'writeCleanCopy', filter }));
    const rows = link(words.showTheseRows, () => showRows(flagKind, reason));
    return LEFT_OUT.includes(flagKind) ? [rows, copy] : [rows];
  };
  const spaced = (parts: readonly HTMLElement[]) => parts.flatMap((part) => [' ', part]);
  const update = (steps: readonly NextStep[]) => {
    count.textContent = steps.length > 0 ? formatCount(steps.length) : '';
    nothing.hidden = steps.length > 0;
    list.replaceChildren(
      ...steps.map((step) =>
        element(
          'li',
          {},
          element('strong', {}, step.title),
          element('p', {}, step.text, ...spaced(linksOf(step))),
        ),
      ),
    );
  };
  update(initial);
  return { element: details, update };
}
