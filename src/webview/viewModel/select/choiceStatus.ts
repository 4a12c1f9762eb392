import { namesLinesBeyond } from '../../../engine/select/namesLinesBeyond.ts';
import type {
  DegreeFacts,
  Quota,
  Selection,
  ShortQuota,
} from '../../../engine/select/selection.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { SheetStatus } from '../../sheetProtocol.ts';
import { sampleNote } from '../sampleNotes.ts';
import { fill, joinSentences, type Wording } from '../wording.ts';
import type { SelectWords } from './selectWords.ts';

/** What is said of a choice before its figures: how many rows, of how many, what was left out, what could not be done. */
export function choiceStatus(
  selection: Selection,
  words: SelectWords,
  wording: Wording,
): SheetStatus {
  const { chosen, file, candidates, excluded, degree, sampled } = selection;
  const { count, list } = wording;
  const concerns = selectionConcerns(selection, words, wording);
  const reasons = excluded.map(({ reason, rows }) =>
    fill(words[`excluded.${reason}`], count(rows)),
  );
  return {
    kind: 'done',
    verdict: joinSentences([
      fill(words.verdict, count(chosen.length), count(file.rows)),
      ...concerns,
    ]),
    detail: joinSentences([
      fill(words.could, count(candidates)),
      reasons.length > 0 ? fill(words.excluded, list(reasons)) : undefined,
      degree ? degreeFacts(degree, words, wording) : undefined,
      ...sampled.map((note) => sampleNote(note, wording)),
    ]),
    isConcern: concerns.length > 0,
  };
}

/** Undefined where there are no kinds: that is told as what could not be done. */
function degreeFacts(
  { wanted, covered, narrowest, widest, ofCandidates }: DegreeFacts,
  words: SelectWords,
  { count }: Wording,
): string | undefined {
  if (ofCandidates === 0) return undefined;
  return narrowest === widest
    ? fill(words.oneDegree, count(wanted), count(covered))
    : fill(words.degreeFacts, ...[wanted, covered, narrowest, widest].map(count));
}

/** What could not be done as asked for. */
export function selectionConcerns(
  { file, chosen, settings, short, degree }: Selection,
  words: SelectWords,
  { count }: Wording,
): string[] {
  const kept = chosen.filter(({ reason }) => reason === 'kept').length;
  return [
    ...(namesLinesBeyond(settings, file.lines) ? [fill(words.beyond, count(file.lines))] : []),
    ...(degree?.ofCandidates === 0
      ? [fill(words.noKinds, words[`strategy.${settings.strategy}`])]
      : []),
    ...(kept > settings.size ? [fill(words.keptMore, count(kept), count(settings.size))] : []),
    ...(chosen.length < settings.size
      ? [fill(words.fewer, count(chosen.length), count(settings.size))]
      : []),
    ...short.map(({ quota, rows, because }) =>
      fill(
        shortfall(quota.rows, because, words),
        count(quota.rows),
        groupOf(quota),
        count(rows),
        count(settings.size),
      ),
    ),
  ];
}

/** A quota of one row that is not filled has none. */
function shortfall(rows: number, because: ShortQuota['because'], words: SelectWords): string {
  if (rows === 1) return because === 'size' ? words.shortOfRoomForOne : words.shortOfOne;
  return because === 'size' ? words.shortOfRoomForOther : words.shortOfOther;
}

const groupOf = (quota: Quota): string =>
  harmlessText(`${quota.by === 'field' ? quota.field : quota.by}=${quota.name}`, 200);
