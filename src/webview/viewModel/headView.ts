import type { FieldFacts, FileFacts } from '../../engine/report.ts';
import type { LanguageShare } from '../../engine/wordingTypes.ts';
import type { FieldChoice, FieldRole, HeadView } from '../protocol.ts';
import { FIELD_ROLES } from '../protocol.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { Wording } from './wording.ts';
import { languageName } from './languageName.ts';
import { fill } from './wording.ts';

/** What the host knows of an inspection and the report does not hold. */
export interface HostFacts {
  /** As the person knows the file: its base name. */
  readonly fileName: string;
  /** What the person chose instead of what was detected. */
  readonly chosen: FieldChoice;
  readonly durationMs?: number;
  /** What one should know first, in the display language: unsaved text, a file that changed since. */
  readonly notes?: readonly string[];
}

/** What of a report stands in the head beside the facts of the file. */
export interface HeadFigures {
  readonly languages?: readonly LanguageShare[];
  /** Lines that were read so far, where that is not all. */
  readonly linesSoFar?: number;
}

const NAME_LENGTH = 120;

export function toHeadView(
  file: FileFacts,
  fields: FieldFacts,
  host: HostFacts,
  wording: Wording,
  figures: HeadFigures = {},
): HeadView {
  return {
    fileName: harmlessText(host.fileName, NAME_LENGTH),
    facts: facts(file, host, wording, figures),
    fields: readFrom(fields),
    choices: fields.available.map(({ name, rows }) => ({
      name,
      label: fill(
        wording.view.choice,
        harmlessText(name, NAME_LENGTH),
        wording.percent(rows / Math.max(1, file.rows)),
      ),
    })),
    chosen: host.chosen,
    notes: host.notes ?? [],
  };
}

function facts(
  file: FileFacts,
  host: HostFacts,
  wording: Wording,
  { languages = [], linesSoFar }: HeadFigures,
): HeadView['facts'] {
  const { view, count } = wording;
  const isWhole = linesSoFar === undefined;
  const shapes = file.shapes
    .filter(({ shape }) => shape !== file.shape)
    .map(({ shape, rows }) => fill(view.shapeCount, view[`shape.${shape}`], count(rows)));
  return [
    {
      label: view.rows,
      value: count(file.rows),
      detail: isWhole
        ? fill(
            file.lines === 1 ? view.rowsDetailOne : view.rowsDetailOther,
            count(file.lines),
            count(file.blankLines),
          )
        : fill(view.rowsSoFar, count(linesSoFar), count(file.lines)),
    },
    {
      label: view.shape,
      value: view[`shape.${file.shape}`],
      ...(shapes.length > 0 && { detail: fill(view.shapesAlso, wording.list(shapes)) }),
    },
    ...languageFacts(languages, wording),
    { label: view.size, value: wording.bytes(file.bytes) },
    {
      label: view.rowErrors,
      value: count(file.rowErrorCount),
      detail: isWhole
        ? file.rowErrorCount > 0
          ? view.rowErrorsSome
          : view.rowErrorsNone
        : view.rowErrorsSoFar,
    },
    ...(file.rowWarningCount > 0
      ? [
          {
            label: view.rowWarnings,
            value: count(file.rowWarningCount),
            detail: view.rowWarningsDetail,
          },
        ]
      : []),
    ...(host.durationMs === undefined
      ? []
      : [{ label: view.duration, value: wording.seconds(host.durationMs) }]),
  ];
}

const LANGUAGES_SHOWN = 4;

/** The mix of languages, the most frequent first; nothing before they are known. */
function languageFacts(languages: readonly LanguageShare[], wording: Wording): HeadView['facts'] {
  const { view, percent, list } = wording;
  const [most, ...others] = languages
    .slice(0, LANGUAGES_SHOWN)
    .map((one) =>
      fill(view.languageShare, languageName(one.language, wording), percent(one.share)),
    );
  if (most === undefined) return [];
  return [
    { label: view.languages, value: most, ...(others.length > 0 && { detail: list(others) }) },
  ];
}

function readFrom(fields: FieldFacts): HeadView['fields'] {
  const found: Partial<Record<FieldRole, string>> = {};
  for (const role of FIELD_ROLES) {
    const source = fields[role];
    if (source !== undefined) found[role] = harmlessText(source, NAME_LENGTH);
  }
  return found;
}
