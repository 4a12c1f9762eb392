import { isMeasured } from '../../engine/report.ts';
import type {
  ByField,
  Levels,
  MacroLevel,
  MesoLevel,
  SampleNote,
  Unmeasured,
} from '../../engine/report.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { LevelCardView, LevelFieldView, LevelId, MeasuredField } from '../protocol.ts';
import type { LevelFieldBody } from './figureView.ts';
import { isRowSample } from './isRowSample.ts';
import { levelFieldView } from './levelFieldView.ts';
import { macroView } from './macroView.ts';
import { mesoView } from './mesoView.ts';
import { microView } from './microView.ts';
import { sampleNotes } from './sampleNotes.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

type Measured = MacroLevel | MesoLevel | MicroLevel;

/** The three cards, macro first; a level that is not there yet is pending. */
export function toLevelCards(
  levels: Partial<Levels>,
  sampled: readonly SampleNote[],
  wording: Wording,
): LevelCardView[] {
  const { view } = wording;
  const byField = <T extends Measured>(
    id: LevelId,
    level: ByField<T> | undefined,
    body: (level: T, wording: Wording) => LevelFieldBody,
  ) => {
    const one = (field: MeasuredField): LevelFieldView => {
      if (!level) return { kind: 'pending' };
      const value = level[field];
      return isUnmeasured(value)
        ? { kind: 'unmeasured', reason: unmeasuredReason(value, field, wording) }
        : levelFieldView(
            id,
            value,
            body(value, wording),
            {
              isSampled: isRowSample(sampled, id, field),
              notesAt: (place) => sampleNotes(sampled, place, field, wording),
            },
            wording,
          );
    };
    return { instruction: one('instruction'), response: one('response'), whole: one('whole') };
  };
  return [
    {
      level: 'macro',
      title: view.macroTitle,
      subject: view.macroSubject,
      first: 'instruction',
      fields: byField('macro', levels.macro, macroView),
    },
    {
      level: 'meso',
      title: view.mesoTitle,
      subject: mesoSubject(levels.meso, wording),
      first: 'instruction',
      fields: byField('meso', levels.meso, mesoView),
    },
    {
      level: 'micro',
      title: view.microTitle,
      subject: view.microSubject,
      first: 'response',
      fields: byField('micro', levels.micro, microView),
    },
  ];
}

/** The headline figure of a level, for the status bar; undefined where the field was not measured. */
export function effectiveNumber(
  levels: Partial<Levels>,
  level: LevelId,
  field: MeasuredField,
): number | undefined {
  const measured: Measured | Unmeasured | undefined = levels[level]?.[field];
  return measured && isMeasured(measured) ? measured.hill.q1 : undefined;
}

/** Unlike isMeasured, narrows a generic level too. */
function isUnmeasured(level: Measured | Unmeasured): level is Unmeasured {
  return !isMeasured(level);
}

/** Why a level of a field has no figures. */
export function unmeasuredReason(
  level: Unmeasured,
  field: MeasuredField,
  wording: Wording,
): string {
  const { code } = level.unmeasured;
  if (code === 'no-such-field') return wording.view[`unmeasured.${code}.${field}`];
  return fill(wording.view[`unmeasured.${code}`], wording.count(level.rows));
}

function mesoSubject(meso: Levels['meso'] | undefined, { view }: Wording): string {
  const level = [meso?.instruction, meso?.response].find((value) => value && isMeasured(value));
  if (!level || !isMeasured(level)) return view.mesoSubject;
  return {
    tags: view.mesoSubjectTags,
    'language-model': view.mesoSubjectModel,
    'verb-noun': view.mesoSubjectVerbNoun,
    'key-phrases': view.mesoSubjectKeyPhrases,
  }[level.source];
}
