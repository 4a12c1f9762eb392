import type { Report } from '../../engine/report.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { WordingView } from '../protocol.ts';
import { sampleNotes } from './sampleNotes.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

const TEXT_LENGTH = 300;

/** What the panel says of wording that recurs; a field that no row has is left out. */
export function toWordingView(
  { recurringWording, sampled }: Pick<Report, 'recurringWording' | 'sampled'>,
  wording: Wording,
): WordingView {
  const { view, count } = wording;
  const fields = FIELD_NAMES.flatMap((field) => {
    const { rows, minRows, found: all, list } = recurringWording[field];
    if (rows === 0) return [];
    const sentence = () => {
      if (list.length < all) {
        return fill(view.wordingSome, count(all), count(minRows), count(list.length));
      }
      if (all > 1) return fill(view.wordingAll, count(all), count(minRows));
      return fill(all === 1 ? view.wordingOne : view.wordingNone, count(minRows));
    };
    const phrases = list.map((found) => ({
      text: harmlessText(found.text, TEXT_LENGTH),
      rowsText: count(found.rows),
      shareText: wording.percent(found.share),
      lines: found.lines,
    }));
    return [{ field, sentence: sentence(), phrases }];
  });
  return { fields, notes: sampleNotes(sampled, 'wording', undefined, wording) };
}
