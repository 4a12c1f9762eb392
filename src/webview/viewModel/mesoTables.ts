import type { MesoBalance, MesoLevel, UnevenMesoKind } from '../../engine/report.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { BarSource } from './barsView.ts';
import type { LinesTableView } from '../protocol.ts';
import { explainFigure } from './explainFigures.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** What a meso level lists beside its chart: kinds out of balance, and kinds that go together. */
export function mesoTables(
  { balance, coOccurrence }: MesoLevel,
  nameLabel: string,
  wording: Wording,
): LinesTableView[] {
  const { view } = wording;
  return [
    ...(balance ? balanceTables(balance, nameLabel, wording) : []),
    ...(coOccurrence.pairs.length > 0
      ? [
          {
            title: view.coOccurrence,
            note: fill(view.coOccurrenceNote, wording.count(coOccurrence.minRows)),
            explained: explainFigure('npmi', wording),
            header: [nameLabel, view.rows, view.lift, view.npmi],
            rows: coOccurrence.pairs.map(({ names, rows, lift, npmi, lines }) => ({
              cells: [
                names.map((name) => harmlessText(name)).join(' + '),
                wording.count(rows),
                wording.amount(lift),
                wording.decimal(npmi, 2),
              ],
              lines,
            })),
          },
        ]
      : []),
  ];
}

function balanceTables(balance: MesoBalance, nameLabel: string, wording: Wording) {
  const { view } = wording;
  const rule = view[`balance.${balance.rule}`];
  const table = (
    title: string,
    count: number,
    kinds: readonly UnevenMesoKind[],
  ): LinesTableView[] => {
    if (kinds.length === 0) return [];
    return [
      {
        title: fill(title, wording.count(count)),
        note: rule,
        explained: explainFigure('balance', wording),
        header: [nameLabel, view.rows, view.expected],
        rows: kinds.map(({ name, count: rows, expected, lines }) => ({
          cells: [harmlessText(name), wording.count(rows), wording.amount(expected)],
          lines,
        })),
      },
    ];
  };
  return [
    ...table(view.overRepresented, balance.overCount, balance.over),
    ...table(view.underRepresented, balance.underCount, balance.under),
  ];
}

/** What bars would show of verb–noun pairs, where their place is taken by the rings. */
export function pairsTable(
  kinds: readonly BarSource[],
  rows: number,
  nameLabel: string,
  { view, count, percent, page }: Wording,
): LinesTableView {
  return {
    title: view.pairsTable,
    note: view.pairsTableNote,
    header: [nameLabel, view.rows, page.share],
    rows: kinds.map((kind) => ({
      cells: [harmlessText(kind.name, 120), count(kind.rows), percent(kind.rows / rows)],
      lines: kind.lines,
    })),
  };
}
