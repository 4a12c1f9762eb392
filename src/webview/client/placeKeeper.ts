import type { Section } from './sectionNav.ts';
import type { Store } from './store.ts';

/** Keeps the place that a person reads while the page is made anew, and its parts come with other heights or later. */
export interface PlaceKeeper {
  /** To be called before the page is made anew: nothing is kept of what comes, unless it is settled in. */
  leave(): void;
  /** Goes to the place in a page of these sections, and back to it as heights change, until the person scrolls. */
  settle(sections: readonly Pick<Section, 'id' | 'element'>[]): void;
  /** To be called after the page was scrolled. */
  scrolled(): void;
}

/** A section counts as read from where a link of the navigation puts it, below the navigation. */
const REACHED_PX = 72;
const SCROLL_PAUSE_MS = 150;

export function placeKeeper(root: HTMLElement, { state, remember }: Store): PlaceKeeper {
  let sections: readonly Pick<Section, 'id' | 'element'>[] = [];
  /** Where the page was put; undefined once the person has scrolled from there. */
  let put: { readonly top: number; readonly height: number } | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const height = () => document.documentElement.scrollHeight;
  const topOf = (element: HTMLElement) => element.getBoundingClientRect().top;
  const goBack = () => {
    const { section, offsetPx } = state().place;
    const read = sections.find(({ id }) => id === section);
    const top = read ? topOf(read.element) + window.scrollY : 0;
    if (read || section === '') window.scrollTo({ top: top + offsetPx });
    put = { top: window.scrollY, height: height() };
  };
  const keep = () => {
    clearTimeout(pause);
    pause = undefined;
    const read = sections.findLast(({ element }) => topOf(element) <= REACHED_PX);
    const offset = read ? -topOf(read.element) : window.scrollY;
    remember({ place: { section: read?.id ?? '', offsetPx: Math.round(offset) } });
  };

  new ResizeObserver(() => {
    if (put) goBack();
  }).observe(root);
  return {
    leave: () => {
      if (pause !== undefined) keep();
      sections = [];
      put = undefined;
    },
    settle: (shown) => {
      sections = shown;
      goBack();
    },
    scrolled: () => {
      if (sections.length === 0) return;
      // A page that becomes shorter or longer scrolls by itself.
      if (put && (height() !== put.height || Math.abs(window.scrollY - put.top) <= 1)) return;
      put = undefined;
      clearTimeout(pause);
      pause = setTimeout(keep, SCROLL_PAUSE_MS);
    },
  };
}
