import type { OffDistributionReason } from '../../engine/report.ts';
import type { ClusterCause, FindingOfRow, FlagEntry } from './flagEntries.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { Wording } from './wording.ts';
import { languageName } from './languageName.ts';
import { roundedDown } from './roundedDown.ts';
import { fill } from './wording.ts';

const DETAIL_LENGTH = 160;
/** What was looked for in a row without text is long, and what stands there instead comes last. */
const ROW_ERROR_LENGTH = 400;
const LABEL_LENGTH = 60;
const WORD_LENGTH = 40;

/** Why a row was flagged, in the display language, built from the evidence. */
export function flagReason(
  entry: Pick<FlagEntry, 'lines' | 'similarity' | 'cause'>,
  wording: Wording,
): string {
  const { view, count } = wording;
  const { cause } = entry;
  const others = entry.lines.length - 1;
  switch (cause.kind) {
    case 'exact-duplicate':
      return joinParts(wording, [
        fill(others === 1 ? view.exactReasonOne : view.exactReasonOther, count(others)),
        keptReason(cause, wording),
      ]);
    case 'near-duplicate':
    case 'semantic-duplicate': {
      const [one, other] =
        cause.kind === 'near-duplicate'
          ? [view.nearReasonOne, view.nearReasonOther]
          : [view.semanticReasonOne, view.semanticReasonOther];
      const similarity = wording.decimal(roundedDown(entry.similarity ?? 1), 2);
      return joinParts(wording, [
        fill(others === 1 ? one : other, count(others), similarity),
        cause.sameField && view[`sameField.${cause.sameField}`],
        keptReason(cause, wording),
      ]);
    }
    case 'contained':
      return fill(view.containedReason, wording.percent(cause.containment), count(cause.inLine));
    case 'template': {
      const { frame, slotValues, lines } = cause.family;
      const values = slotValues.map(({ value }) => quoted(value, wording));
      return joinParts(wording, [
        fill(view.templateReason, harmlessText(frame, DETAIL_LENGTH), count(lines.length)),
        values.length > 0 ? fill(view.templateSlot, wording.list(values)) : undefined,
      ]);
    }
    case 'alike-answers':
      return fill(view.alikeAnswers, wording.decimal(entry.similarity ?? 1, 2));
    case 'contradiction':
      return fill(
        cause.sameInstruction ? view.contradiction : view.distantContradiction,
        count(cause.inLine),
      );
    case 'off-distribution':
      return joinParts(
        wording,
        cause.row.evidence.map((reason) => offReason(reason, wording)),
      );
    case 'quality':
      return joinParts(
        wording,
        cause.findings.map((finding) => qualityReason(finding, wording)),
      );
    case 'row-error':
      return fill(
        view.reasonWithDetail,
        view[`rowError.${cause.error.code}`],
        harmlessText(wording.say(cause.error.sentence), ROW_ERROR_LENGTH),
      );
  }
}

function qualityReason({ code, excerpt }: FindingOfRow, { view, quality }: Wording): string {
  const { label } = quality[code];
  if (excerpt === undefined) return label;
  return fill(view.reasonWithQuote, label, harmlessText(excerpt, DETAIL_LENGTH));
}

function keptReason({ kept }: ClusterCause, { view, count }: Wording): string {
  return fill(view[`kept.${kept.because}`], count(kept.line));
}

const quoted = (word: string, { view }: Wording): string =>
  fill(view.quoted, harmlessText(word, WORD_LENGTH));

function joinParts({ view }: Wording, parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .reduce((text, part) => (text === '' ? part : fill(view.reasonAndReason, text, part)), '');
}

function offReason(reason: OffDistributionReason, wording: Wording): string {
  const { view, count, decimal } = wording;
  switch (reason.code) {
    case 'far-from-all':
      return fill(
        view.farFromAll,
        decimal(reason.meanCosineDistance, 2),
        decimal(reason.medianCosineDistance, 2),
        count(reason.nearestLine),
      );
    case 'odd-wording': {
      const figures = fill(
        view.oddWording,
        decimal(reason.surpriseBits, 1),
        decimal(reason.typicalSurpriseBits, 1),
      );
      const words = reason.oddWords.map(({ word }) => quoted(word, wording));
      if (words.length === 0) return figures;
      return joinParts(wording, [figures, fill(view.oddWords, wording.list(words))]);
    }
    case 'rare-tag':
      return fill(
        view.rareTag,
        harmlessText(reason.tag, LABEL_LENGTH),
        wording.percent(reason.share),
      );
    case 'other-label':
      return fill(
        view.otherLabel,
        harmlessText(reason.label, LABEL_LENGTH),
        harmlessText(reason.otherLabel, LABEL_LENGTH),
        wording.percent(reason.otherLabelShare),
        count(reason.nearestLine),
      );
    case 'rare-language':
      return fill(
        view.rareLanguage,
        languageName(reason.language, wording),
        wording.percent(reason.share),
      );
    case 'rare-script':
      return fill(view.rareScript, view[`script.${reason.script}`], wording.percent(reason.share));
    case 'unusual-length':
      return fill(
        reason.field === 'instruction' ? view.longInstruction : view.longResponse,
        count(reason.tokens),
        count(reason.medianTokens),
      );
  }
}
