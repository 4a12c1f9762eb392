import { documentContext } from '../document/writeDocument.ts';
import { withoutTexts } from '../document/withoutTexts.ts';
import type { MacroLevel, MesoLevel, Report, Unmeasured } from '../engine/report.ts';
import { isMeasured, isTold } from '../engine/report.ts';
import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import type { Interval } from '../metrics/stats/levelFigures.ts';
import { LEVEL_IDS, MEASURED_FIELDS, type LevelId } from '../webview/panelTerms.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { toLevelCards } from '../webview/viewModel/levelCards.ts';
import { linesByKind } from '../webview/viewModel/linesByKind.ts';
import { nextSteps } from '../webview/viewModel/nextSteps.ts';
import { standingAmong } from '../webview/viewModel/standingAmong.ts';
import { verdicts } from '../webview/viewModel/verdicts.ts';
import { NAME_CHARACTERS, quoteText, TEXT_NOTE } from './quoteText.ts';
import type { InspectionSummary } from './resultSchemas.ts';
import { significant } from './significant.ts';

const KINDS_NAMED = 5;

type Level = MacroLevel | MesoLevel | MicroLevel;
type LevelSummary = InspectionSummary['levels'][LevelId]['whole'];

/** An inspection in short: no word of the rows in it unless asked. @param flags those that count, of the same report */
export function summarizeInspection(
  report: Report,
  flags: readonly FlagEntry[],
  includeText: boolean,
): InspectionSummary {
  const { file, fields, sampled } = report;
  // Sentences name topics and words: their figures are enough, the names stand in `largestKinds`.
  const plain = withoutTexts(report);
  const context = documentContext((english) => english, 'en');
  const cards = toLevelCards(plain.levels, sampled, context.wording);
  const judged = verdicts(cards, context.wording);
  return {
    file: {
      path: file.path,
      rows: file.rows,
      lines: file.lines,
      bytes: file.bytes,
      brokenLines: file.rowErrorCount,
    },
    readAs: {
      shape: file.shape,
      ...(fields.instruction !== undefined && { instruction: fields.instruction }),
      ...(fields.response !== undefined && { response: fields.response }),
      ...(fields.tags !== undefined && { tags: fields.tags }),
    },
    verdicts: judged.map(
      ({ title, field, word, value, unit, sentences }) =>
        `${title}, ${field}: ${word} (${value} ${unit}). ${sentences.join(' ')}`,
    ),
    levels: Object.fromEntries(
      LEVEL_IDS.map((id) => [
        id,
        Object.fromEntries(
          MEASURED_FIELDS.map((field) => [
            field,
            summarizeLevel(report.levels[id][field], includeText),
          ]),
        ),
      ]),
    ) as InspectionSummary['levels'],
    flaggedRows: Object.fromEntries(linesByKind(flags)),
    nextSteps: nextSteps(plain, flags, judged, context.wording).map(({ title, text }) => ({
      title,
      text,
    })),
    notes: [...sampled.map(({ message }) => message), ...(includeText ? [TEXT_NOTE] : [])],
  };
}

function summarizeLevel(level: Level | Unmeasured, includeText: boolean): LevelSummary {
  if (!isMeasured(level)) return { why: level.unmeasured.message };
  if (!isTold(level)) return { why: 'Too few different rows to tell topics apart.' };
  const { rows, hill, interval, atCommonRows, sampleCoverage } = level;
  return {
    rows,
    effectiveKinds: {
      value: significant(hill.q1),
      ...endsOf(interval),
    },
    ...(!('absence' in atCommonRows) && {
      atCommonRows: {
        rows: atCommonRows.rows,
        value: significant(atCommonRows.q1),
        ...endsOf(atCommonRows.interval),
      },
    }),
    standing: standingAmong(level),
    ...(sampleCoverage !== undefined && { sampleCoverage: significant(sampleCoverage) }),
    ...(includeText && { largestKinds: largestKinds(level) }),
  };
}

const endsOf = (interval: Interval | undefined) =>
  interval && { low: significant(interval.low), high: significant(interval.high) };

function largestKinds(level: Level): { name: string; count: number }[] {
  const kinds =
    'topics' in level ? level.topics.map(({ name, rows }) => ({ name, count: rows })) : level.top;
  return kinds
    .slice(0, KINDS_NAMED)
    .map(({ name, count }) => ({ name: quoteText(name, NAME_CHARACTERS), count }));
}
