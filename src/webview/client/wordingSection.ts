import type { WordingView } from '../protocol.ts';
import { tableWithHeader } from './tableWithHeader.ts';
import { element } from './element.ts';
import { lineButton } from './lineButton.ts';
import type { PageContext } from './pageContext.ts';

/** The wording that recurs over rows, a table for each field. */
export function wordingSection(view: WordingView, page: PageContext): HTMLElement {
  const { words } = page;
  const header = [words.wordingPhrase, words.wordingRows, words.share, words.exampleLines];
  const parts = view.fields.flatMap(({ field, sentence, phrases }) => {
    const body = phrases.map((phrase) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row', dir: 'auto' }, phrase.text),
        element('td', { class: 'number' }, phrase.rowsText),
        element('td', { class: 'number' }, phrase.shareText),
        element('td', {}, ...phrase.lines.map((line) => lineButton(line, page))),
      ),
    );
    return [
      element('h3', {}, words[field]),
      element('p', { class: 'sentence' }, sentence),
      ...(body.length > 0
        ? [tableWithHeader(`${words.wording}: ${words[field]}`, header, body)]
        : []),
    ];
  });
  return element(
    'section',
    { class: 'wording', 'aria-labelledby': 'wording-title' },
    element('h2', { id: 'wording-title' }, words.wording),
    ...parts,
    ...view.notes.map((note) => element('p', { class: 'muted small' }, note)),
  );
}
