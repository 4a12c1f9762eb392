import type { MesoLevel, MesoSource, PairWordsOfLevel } from '../../engine/report.ts';
import type { FigureId } from '../../glossary/figures.ts';
import { barsView } from './barsView.ts';
import { commonFigures, figureView, headline, levelSentence } from './figureView.ts';
import type { LevelFieldBody } from './figureView.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { mesoTables, pairsTable } from './mesoTables.ts';
import { ringsView } from './ringsView.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

const NAME_IN_SENTENCE = 48;

/** What the panel says of a meso level: tags, verb–noun pairs or key phrases as bars. */
export function mesoView(level: MesoLevel, wording: Wording): LevelFieldBody {
  const { title, nameLabel, unit } = wordsOfSource(level.source, wording);
  const kinds = level.top.map(({ name, also, count, lines }) => ({
    name: also ? fill(wording.view.alsoNamed, name, wording.list(also)) : name,
    rows: count,
    lines,
  }));
  // The pairs are in the rings; their list with other names and lines is then a table.
  const rings = level.source === 'verb-noun' ? ringsView(level, wording) : undefined;
  return {
    headline: headline(level, unit, wording),
    sentence: levelSentence(
      [mostFrequent(level, wording), without(level, wording)],
      level,
      wording,
    ),
    chart: rings ?? barsView(kinds, level.kinds, level.rows, { title, nameLabel }, wording),
    figures: [
      ...figureView('kindsPerRow', wording.decimal(level.kindsPerRow, 1), wording),
      ...figureView('rowsWithoutKind', wording.count(level.rowsWithoutKind), wording),
      ...wordFigure('verbs', level.verbs, wording),
      ...wordFigure('nouns', level.nouns, wording),
      ...commonFigures(level, wording),
    ],
    tables: [
      ...(rings ? [pairsTable(kinds, level.rows, nameLabel, wording)] : []),
      ...mesoTables(level, nameLabel, wording),
    ],
    notes: merged(level, wording),
  };
}

function wordFigure(id: FigureId, words: PairWordsOfLevel | undefined, wording: Wording) {
  if (!words) return [];
  const { q0, q1 } = words.hill;
  const value = fill(wording.view.effectiveOf, wording.amount(q1), wording.count(q0));
  return figureView(id, value, wording);
}

function merged({ merging, kinds }: MesoLevel, wording: Wording): string[] {
  if (!merging || merging.kindsBefore === kinds) return [];
  const similarities = [merging.verbSimilarity, merging.nameSimilarity];
  return [
    fill(
      wording.view.mesoMerged,
      wording.count(merging.kindsBefore),
      wording.count(kinds),
      ...similarities.map((value) => wording.decimal(value, 2)),
    ),
  ];
}

function wordsOfSource(source: MesoSource, { view }: Wording) {
  return {
    tags: { title: view.tagsChart, nameLabel: view.tag, unit: view.tagsOf },
    'language-model': { title: view.tagsChart, nameLabel: view.tag, unit: view.tagsOf },
    'verb-noun': { title: view.verbNounChart, nameLabel: view.verbNoun, unit: view.verbNounOf },
    'key-phrases': {
      title: view.keyPhrasesChart,
      nameLabel: view.keyPhrase,
      unit: view.keyPhrasesOf,
    },
  }[source];
}

function mostFrequent({ top, rows }: MesoLevel, wording: Wording): string | undefined {
  const [first] = top;
  if (!first) return undefined;
  const name = harmlessText(first.name, NAME_IN_SENTENCE);
  return fill(wording.view.mesoSentence, name, wording.percent(first.count / rows));
}

function without(level: MesoLevel, wording: Wording): string | undefined {
  if (level.rowsWithoutKind === 0) return undefined;
  return fill(wording.view.mesoWithoutKind, wording.percent(level.rowsWithoutKind / level.rows));
}
