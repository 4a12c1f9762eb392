import type { LevelAction } from '../protocol.ts';
import { element } from './element.ts';
import { goToSection } from './goToSection.ts';
import type { PageContext } from './pageContext.ts';

/** Leads to what helps with a level: a command, or the section of the page that tells more. */
export function actionLink(action: LevelAction, { words, post }: PageContext): HTMLElement {
  const link = element('button', { type: 'button', class: 'link' }, words[action]);
  link.addEventListener('click', () => {
    if (action === 'wording') goToSection(document.getElementById(action));
    else post({ type: 'levelCommand', command: action });
  });
  return link;
}
