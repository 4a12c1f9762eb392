import type { KindCountsData } from './kindCounts.ts';
import type { KindTable } from './kindTable.ts';

/** How kinds are called where a person sees them. */
export interface ShownForms {
  /** The way of writing a kind's name that most rows have; among equals the first by code units. */
  nameOf(kind: number): string;
  /** The same of the other names that count as the kind, most frequent first. */
  otherNamesOf(kind: number): string[];
}

export function shownForms(data: KindCountsData, { names, members }: KindTable): ShownForms {
  const formsOf = new Map<string, (readonly [form: string, rows: number])[]>();
  for (const [name, form, rows] of data.forms) {
    const forms = formsOf.get(name);
    if (forms === undefined) formsOf.set(name, [[form, rows]]);
    else forms.push([form, rows]);
  }
  const counts = new Uint32Array(data.names.length);
  for (const kind of data.kindsOfRows.values) counts[kind]!++;
  const shown = (kind: number): string => {
    const name = data.names[kind]!;
    const forms = formsOf.get(name) ?? [];
    // Rows that write the kind as its name carry no form.
    const plain = counts[kind]! - forms.reduce((sum, [, rows]) => sum + rows, 0);
    const [form] = [...forms, [name, plain] as const].reduce((best, form) =>
      form[1] > best[1] || (form[1] === best[1] && form[0] < best[0]) ? form : best,
    );
    return form;
  };
  return {
    // A pair of the most frequent verb and noun need not stand in any row.
    nameOf: (kind) => {
      const own = members[kind]!.find((member) => data.names[member] === names[kind]);
      return own === undefined ? names[kind]! : shown(own);
    },
    otherNamesOf: (kind) =>
      members[kind]!.filter((member) => data.names[member] !== names[kind]).map(shown),
  };
}
