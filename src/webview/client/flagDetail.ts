import type { FlagCommand, FlagKind, FlagRow } from '../protocol.ts';
import { button } from './controls.ts';
import { element, fill, formatCount } from './element.ts';
import { flagKindLabel } from '../flagKindLabel.ts';
import type { PageContext } from './pageContext.ts';

/** Kinds whose evidence names another row. */
const HAS_NEAREST: ReadonlySet<FlagKind> = new Set([
  'exact-duplicate',
  'near-duplicate',
  'contained',
  'semantic-duplicate',
  'off-distribution',
]);

export interface FlagDetail {
  readonly element: HTMLElement;
  /** @param line the one at which a person stands in the row's cluster, 1-based */
  show(row: FlagRow | undefined, line: number): void;
}

/** The active row of the table below it: its reason in full, which a column has no room for, and what can be done about it. */
export function flagDetail(page: PageContext, onDismiss: () => void): FlagDetail {
  const { words } = page;
  const created = element('div', {
    class: 'flag-detail',
    role: 'group',
    'aria-label': words.chosenRow,
  });
  created.hidden = true;
  let shown: { readonly row: FlagRow; readonly line: number } | undefined;
  return {
    element: created,
    show(row, line) {
      // What has the focus stays while nothing else is to be shown.
      if (row && shown?.row === row && shown.line === line) return;
      shown = row && { row, line };
      created.hidden = row === undefined;
      if (!row) return;
      const send = (command: FlagCommand) => () => {
        if (command === 'dismissFlag') onDismiss();
        page.post({ type: 'flagCommand', command, id: row.id, line });
      };
      const isRecord = row.kind !== 'row-error';
      const title = `${fill(words.lineNumber, formatCount(line))} · ${flagKindLabel(row.kind, words)}`;
      created.replaceChildren(
        element('p', {}, element('strong', {}, title), ` ${row.reason}`),
        element(
          'div',
          { class: 'flag-detail-actions' },
          ...(isRecord ? [button(words.showRecord, { onClick: send('showRecord') })] : []),
          ...(HAS_NEAREST.has(row.kind)
            ? [button(words.compareWithNearest, { onClick: send('compareWithNearest') })]
            : []),
          button(words.dismissFlag, { onClick: send('dismissFlag') }),
        ),
      );
    },
  };
}
