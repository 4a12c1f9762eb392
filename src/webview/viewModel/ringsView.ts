import type { MesoLevel } from '../../engine/report.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { ChartView } from '../protocol.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

const NAME_LENGTH = 60;

/** Verbs and the nouns that go with them as two rings, as in the self-instruct paper; none where no kind is a pair. */
export function ringsView({ verbs }: MesoLevel, wording: Wording): ChartView | undefined {
  if (!verbs) return undefined;
  const { view, count } = wording;
  return {
    kind: 'rings',
    title: view.ringsChart,
    groupLabel: view.verb,
    partLabel: view.noun,
    valueLabel: view.rows,
    groups: verbs.top.map((verb) => ({
      name: harmlessText(verb.name, NAME_LENGTH),
      valueText: count(verb.count),
      parts: verb.with.map((noun) => ({
        name: harmlessText(noun.name, NAME_LENGTH),
        value: noun.count,
        valueText: count(noun.count),
        lines: noun.lines,
      })),
    })),
    ...(verbs.kinds > verbs.top.length && {
      rest: fill(view.ringsRest, count(verbs.top.length), count(verbs.kinds)),
    }),
  };
}
