import { readTheme } from './theme.ts';

/** Brings a section of the page to the top of the window, and the keys to it; nothing where it is not there yet. */
export function goToSection(section: HTMLElement | null): void {
  section?.scrollIntoView({ behavior: readTheme().reducedMotion ? 'auto' : 'smooth' });
  section?.focus({ preventScroll: true });
}
