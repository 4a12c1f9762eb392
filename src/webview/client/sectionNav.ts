import { element, setAttributes } from './element.ts';
import { goToSection } from './goToSection.ts';
import type { PageContext } from './pageContext.ts';

/** A part of the page that the navigation leads to. `id` is unique in the page and becomes the element's. */
export interface Section {
  readonly id: string;
  /** A word or two. */
  readonly label: string;
  readonly element: HTMLElement;
}

export interface SectionNav {
  readonly element: HTMLElement;
  /** Marks the section that is read now; to be called whenever the page was scrolled or its content moved. */
  update(): void;
}

/** Distance below the navigation at which a section counts as reached. */
const REACHED_PX = 24;

/** The sections by name, staying at the top of the page. */
export function sectionNav(sections: readonly Section[], page: PageContext): SectionNav {
  const entries = sections.map(({ id, label, element: target }) => {
    setAttributes(target, { id, tabindex: '-1' });
    const link = element('a', { href: `#${id}` }, label);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goToSection(target);
    });
    return { link, target };
  });
  const list = element('ul', {}, ...entries.map(({ link }) => element('li', {}, link)));
  const nav = element('nav', { class: 'section-nav', 'aria-label': page.words.sections }, list);
  let current: (typeof entries)[number] | undefined;
  return {
    element: nav,
    update: () => {
      const edge = nav.getBoundingClientRect().bottom + REACHED_PX;
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
      const reached = isAtEnd
        ? entries.at(-1)
        : entries.findLast(({ target }) => target.getBoundingClientRect().top <= edge);
      if (reached === current) return;
      current?.link.removeAttribute('aria-current');
      current = reached;
      if (!reached) return;
      reached.link.setAttribute('aria-current', 'location');
      // In a narrow panel it may lie beyond the edge. Unlike scrollIntoView this leaves the page where it is.
      const { offsetLeft, offsetWidth } = reached.link;
      if (offsetLeft < list.scrollLeft) list.scrollLeft = offsetLeft;
      else if (offsetLeft + offsetWidth > list.scrollLeft + list.clientWidth)
        list.scrollLeft = offsetLeft + offsetWidth - list.clientWidth;
    },
  };
}
