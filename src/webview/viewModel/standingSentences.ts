import type { MacroLevel, MesoLevel } from '../../engine/report.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { LevelId, StandingView } from '../protocol.ts';
import { explainFigure } from './explainFigures.ts';
import type { Wording } from './wording.ts';
import { fill, joinSentences } from './wording.ts';

type Standing = readonly StandingView[];

const MOST_EXAMPLES = 3;
const MOST_WORDS = 5;
const NAME_IN_SENTENCE = 40;

/**
 * What there is to say of a level beside its comparison with public sets, each sentence with its figures: what the largest
 * kinds take, what more rows would bring, and where more would add most: rare kinds, and gaps between topics.
 * @param isSampled whether the file has more rows than the level was measured on
 */
export function standingSentences(
  id: LevelId,
  level: MacroLevel | MesoLevel | MicroLevel,
  wording: Wording,
  isSampled = false,
): Standing {
  return [
    ...largestKinds(level, wording),
    ...toCome(level, isSampled, wording),
    ...rareKinds(id, level, wording),
  ];
}

/** Of a single kind there is nothing to say. */
function largestKinds({ largest, hill }: LevelFigures, wording: Wording): Standing {
  const { view, count } = wording;
  if (hill.q0 < 2) return [];
  const text =
    largest.kinds === 1
      ? fill(view.largestKind, count(hill.q0))
      : fill(view.largestKinds, count(largest.kinds), count(hill.q0));
  return [{ text, lines: [], explained: explainFigure('largest', wording) }];
}

/** What twice the rows would bring: of the file, or of those that were read of it. */
function toCome(
  { curve, hill, unseenKinds }: LevelFigures,
  isSampled: boolean,
  wording: Wording,
): Standing {
  const { view, amount, count } = wording;
  const last = curve.at(-1);
  if (!last?.extrapolated) return [];
  const [now, then] = [amount(hill.q1), amount(last.q1)];
  const ofFile =
    now === then ? fill(view.twiceTheRowsSame, now) : fill(view.twiceTheRows, now, then);
  const sentences = [isSampled ? fill(view.twiceTheRead, count(last.rows), then) : ofFile];
  const hasUnseen = unseenKinds !== undefined && unseenKinds >= 1;
  if (hasUnseen) {
    sentences.push(fill(view.unseenKinds, count(Math.floor(unseenKinds))));
  }
  const explained = explainFigure(hasUnseen ? 'unseenKinds' : 'growth', wording);
  return [{ text: joinSentences(sentences), lines: [], explained }];
}

function rareKinds(
  id: LevelId,
  level: MacroLevel | MesoLevel | MicroLevel,
  wording: Wording,
): Standing {
  if (id === 'macro' && 'topics' in level) {
    return [...smallestTopics(level, wording), ...topicGaps(level, wording)];
  }
  const { view, count } = wording;
  const { inOneRow, inTwoRows } = level.rareKinds;
  const rare = 'rareMidBand' in level ? rareMidBand(level, wording) : [];
  if (inOneRow + inTwoRows === 0) return rare;
  const text = fill(view.rareKinds, count(inOneRow), count(inTwoRows));
  const lines =
    'rare' in level
      ? level.rare.slice(0, MOST_EXAMPLES).flatMap((kind) => kind.lines.slice(0, 1))
      : [];
  const explained = explainFigure('rareKinds', wording);
  return [{ text, lines: [...new Set(lines)], explained }, ...rare];
}

function smallestTopics({ topics }: MacroLevel, wording: Wording): Standing {
  if (topics.length <= MOST_EXAMPLES) return [];
  const smallest = topics.slice(-MOST_EXAMPLES).reverse();
  const lines = smallest.flatMap((topic) => topic.lines.slice(0, 1));
  return [{ text: fill(wording.view.smallestTopics, named(smallest, wording)), lines }];
}

/** Empty regions, with the line nearest to the midpoint on either side. */
function topicGaps({ gaps, topics }: MacroLevel, wording: Wording): Standing {
  const { view, count } = wording;
  const between = (gaps?.between ?? []).slice(0, MOST_EXAMPLES);
  if (between.length === 0) return [];
  const nameOf = (id: number) =>
    harmlessText(topics.find((topic) => topic.id === id)?.name ?? '', NAME_IN_SENTENCE);
  const pairs = between.map(({ topics: [first, second], rowsBetween, rowsAtCentres }) =>
    fill(
      view.topicGap,
      nameOf(first),
      nameOf(second),
      ...[rowsBetween, ...rowsAtCentres].map(count),
    ),
  );
  const lines = [...new Set(between.flatMap((gap) => gap.lines))];
  const text = fill(view.topicGaps, pairs.join(view.listSeparator));
  return [{ text, lines, explained: explainFigure('topicGaps', wording) }];
}

function rareMidBand({ rareMidBand: words }: MicroLevel, wording: Wording): Standing {
  const few = words.slice(0, MOST_WORDS);
  if (few.length === 0) return [];
  const lines = few.flatMap((word) => word.lines.slice(0, 1));
  return [
    {
      text: fill(wording.view.rareMidBand, named(few, wording)),
      lines: [...new Set(lines)],
      explained: explainFigure('midBand', wording),
    },
  ];
}

/** Names with their rows, as a list. */
function named(
  kinds: readonly { readonly name: string; readonly rows: number }[],
  { view, count }: Wording,
): string {
  return kinds
    .map(({ name, rows }) =>
      fill(view.yardstickNamed, harmlessText(name, NAME_IN_SENTENCE), count(rows)),
    )
    .join(view.listSeparator);
}
