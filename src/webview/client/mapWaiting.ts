import type { MapState } from '../mapProtocol.ts';
import type { MapWords } from '../mapWords.ts';
import { element } from './element.ts';

/** What stands in the place of a map that is not there, or not yet. */
export function mapWaiting({ kind }: MapState, words: MapWords): HTMLElement {
  const text = kind === 'pending' ? words.mapPending : words.mapMissing;
  return element('p', { class: 'level-empty muted', role: 'status' }, text);
}
