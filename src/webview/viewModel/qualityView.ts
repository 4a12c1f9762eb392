import type { QualityFinding } from '../../engine/report.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { QualityFindingView, QualityView } from '../protocol.ts';
import { byWeight } from './byWeight.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** Lines listed of each kind: enough to see what it is about; the table of flags has the others. */
const PLACES_SHOWN = 20;
const EXCERPT_LENGTH = 160;

export function toQualityView(quality: readonly QualityFinding[], wording: Wording): QualityView {
  const { view, count } = wording;
  if (quality.length === 0) return { findings: [] };
  const important = quality.filter(({ weight }) => weight === 'high').length;
  return {
    sentence: fill(view.qualitySentence, count(quality.length), count(important)),
    findings: byWeight(quality).map((finding) => findingView(finding, wording)),
  };
}

function findingView(finding: QualityFinding, wording: Wording): QualityFindingView {
  const { code, weight, rows, places } = finding;
  const { label, ...explanation } = wording.quality[code];
  const rest = restText(finding, wording);
  return {
    label,
    isImportant: weight === 'high',
    weight: wording.view[`qualityWeight.${weight}`],
    rows: wording.count(rows),
    explanation,
    places: places.slice(0, PLACES_SHOWN).map(({ line, excerpt }) => ({
      line,
      ...(excerpt !== undefined && { excerpt: harmlessText(excerpt, EXCERPT_LENGTH) }),
    })),
    ...(rest !== undefined && { rest }),
  };
}

function restText({ rows, places }: QualityFinding, { view, count }: Wording): string | undefined {
  if (rows <= PLACES_SHOWN) return undefined;
  const more = rows - Math.min(PLACES_SHOWN, places.length);
  const listed = places.length - Math.min(PLACES_SHOWN, places.length);
  return listed === more
    ? fill(view.qualityRest, count(more))
    : fill(view.qualityRestListed, count(more), count(listed));
}
