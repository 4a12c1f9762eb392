import type { FlagKind, LevelFieldView, Standing } from '../protocol.ts';
import { actionLink } from './actionLink.ts';
import { element } from './element.ts';
import { infoPopover } from './infoPopover.ts';
import type { PageContext } from './pageContext.ts';
import { yardstickStrip } from './yardstickStrip.ts';

/** Rows that only repeat others: of those that are nearly equal a difference may matter. */
const REPEATS: readonly FlagKind[] = ['exact-duplicate'];

/** As in written reports. */
const SIGNS: Readonly<Record<Standing, string>> = {
  broad: '▲',
  usual: '●',
  narrow: '▼',
  unknown: '–',
};

/** How a level stands, with the public sets that it is compared with, what that means and what to do. */
export function verdictBlock(
  { verdict, yardsticks }: Extract<LevelFieldView, { kind: 'measured' }>,
  page: PageContext,
): HTMLElement {
  const { words } = page;
  const { standing, word, explained, means, meansNot, whatToDo, action, copiesFirst } = verdict;
  const part = (term: string, ...content: (Node | string)[]) =>
    element('div', {}, element('dt', {}, term), ' ', element('dd', {}, ...content));
  return element(
    'div',
    { class: `verdict verdict-${standing}` },
    element(
      'p',
      { class: 'verdict-word' },
      element('span', { class: 'verdict-sign', 'aria-hidden': 'true' }, SIGNS[standing]),
      ' ',
      element('strong', {}, word),
      ' ',
      infoPopover(explained.label, explained.explanation, page),
    ),
    yardsticks && yardstickStrip(yardsticks, page),
    element(
      'dl',
      { class: 'verdict-parts' },
      part(words.means, means),
      meansNot === undefined ? undefined : part(words.meansNot, meansNot),
      part(
        words.whatToDo,
        whatToDo,
        ...(action ? [' ', actionLink(action, page)] : []),
        ...(copiesFirst === undefined ? [] : [' ', copiesFirst, ' ', cleanCopyLink(page)]),
      ),
    ),
  );
}

function cleanCopyLink({ words, post }: PageContext): HTMLElement {
  const link = element('button', { type: 'button', class: 'link' }, words.writeCleanCopy);
  const filter = { kinds: REPEATS };
  link.addEventListener('click', () => post({ type: 'writeCleanCopy', filter }));
  return link;
}
