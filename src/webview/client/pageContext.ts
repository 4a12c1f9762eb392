import type { PageState } from '../pageState.ts';
import type { PageToHost } from '../protocol.ts';
import type { PageWords } from '../words.ts';

/** What every part of the page is given: its words, the way to the host, and what it remembers. */
export interface PageContext {
  readonly words: PageWords;
  readonly state: () => PageState;
  readonly remember: (change: Partial<PageState>) => void;
  readonly post: (message: PageToHost) => void;
}
