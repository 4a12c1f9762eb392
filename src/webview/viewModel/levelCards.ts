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
import { macroView } from './macroView.ts';
import { mesoView } from './mesoView.ts';
import { microView } from './microView.ts';
import { sampleNoteText } from './sampleNoteText.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

type Measured = MacroLevel | MesoLevel | MicroLevel;

const SAMPLED_FOR: Readonly<Record<LevelId, readonly SampleNote['what'][]>> = {
  macro: ['topics', 'vendi-score'],
  meso: ['verb-noun', 'key-phrases'],
  micro: [],
};

/** The three cards, macro first; a level that is not there yet is pending. */
export function toLevelCards(
  levels: Partial<Levels>,
  sampled: readonly SampleNote[],
  wording: Wording,
): LevelCardView[] {
  const { view } = wording;
  const notes = (level: LevelId, field: MeasuredField) =>
    sampled
      .filter((note) => SAMPLED_FOR[level].includes(note.what))
      .filter((note) => note.field === undefined || note.field === field)
      .map((note) => sampleNoteText(note, wording));
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
        : { kind: 'measured', ...body(value, wording), notes: notes(id, field) };
    };
    return { instruction: one('instruction'), response: one('response') };
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

/** Unlike isMeasured, narrows a generic level too. */
function isUnmeasured(level: Measured | Unmeasured): level is Unmeasured {
  return !isMeasured(level);
}

function unmeasuredReason(level: Unmeasured, field: MeasuredField, wording: Wording): string {
  const { code } = level.unmeasured;
  if (code === 'no-such-field') return wording.view[`unmeasured.${code}.${field}`];
  return fill(wording.view[`unmeasured.${code}`], wording.count(level.rows));
}

function mesoSubject(meso: Levels['meso'] | undefined, { view }: Wording): string {
  const level = [meso?.instruction, meso?.response].find((value) => value && isMeasured(value));
  if (!level || !isMeasured(level)) return view.mesoSubject;
  return {
    tags: view.mesoSubjectTags,
    'verb-noun': view.mesoSubjectVerbNoun,
    'key-phrases': view.mesoSubjectKeyPhrases,
  }[level.source];
}
