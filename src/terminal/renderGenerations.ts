import { isCompared } from '../engine/compare/comparison.ts';
import type {
  Generations,
  NarrowedLevel,
  SinceFirst,
  TrackedGeneration,
  TrackedLevel,
} from '../engine/track/generations.ts';
import { narrowedTogether } from '../engine/track/narrowedTogether.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { padToWidth } from './columnWidth.ts';
import { formatAmount, formatCount } from './formatAmount.ts';
import { formatKinds } from './renderStanding.ts';
import type { Style } from './style.ts';

const BAR_WIDTH = 24;

const LEVEL_TITLES = {
  macro: 'MACRO  effective topics',
  meso: 'MESO   effective task units or tags',
  micro: 'MICRO  effective tokens',
} as const;

/** The generations as lines for a person at a terminal. */
export function renderGenerations(tracked: Generations, style: Style): string {
  const lines = [
    ...tracked.generations.map(
      ({ file }, at) =>
        `generation ${at}  ${harmlessText(file.path, 1000)}  ${formatAmount(file.rows, 'row')}`,
    ),
    '',
    style.bold(narrowingSentence(tracked)),
    '',
    ...(['macro', 'meso', 'micro'] as const).flatMap((level) => [
      style.bold(LEVEL_TITLES[level]),
      ...renderFields(tracked.levels[level], style),
      '',
    ]),
    ...renderRepeats(tracked, style),
    ...tracked.sampled.map((note) =>
      style.dim(`note (generation ${note.generation}): ${harmlessText(note.message, 1000)}`),
    ),
  ];
  return lines.join('\n') + '\n';
}

/** The verdict in one sentence. */
export function narrowingSentence({ verdict, generations }: Generations): string {
  const last = generations.length - 1;
  switch (verdict.code) {
    case 'too-few-rows':
      return `Too few rows to say: no level has ${verdict.leastRows} rows in every generation.`;
    case 'holding':
      return `Holding: no level of generation ${last} is narrower than generation 0 beyond noise.`;
    case 'narrowing':
      return `Narrowing: ${narrowedLevels(verdict.narrowed).join('; ')}.`;
  }
}

function narrowedLevels(narrowed: readonly NarrowedLevel[]): string[] {
  return narrowedTogether(narrowed).map(
    ({ level, since, fields, adjustedPValue }) =>
      `${level} since generation ${since} (${fields.join(', ')}; ${formatP(adjustedPValue)})`,
  );
}

const formatP = (pValue: number) => (pValue < 0.001 ? 'p < 0.001' : `p = ${pValue.toFixed(3)}`);

function renderFields(levels: Generations['levels']['macro'], style: Style): string[] {
  const own = (['instruction', 'response'] as const).filter((field) => isCompared(levels[field]));
  // Where the files have one field only, the whole is that field.
  const fields = own.length === 1 ? own : [...own, 'whole' as const];
  return fields.flatMap((field) => {
    const level = levels[field];
    return isCompared(level)
      ? renderLevel(field, level, style)
      : [`  ${field}: ${style.dim(level.uncompared.message)}`];
  });
}

function renderLevel(
  field: string,
  { commonRows, generations }: TrackedLevel,
  style: Style,
): string[] {
  const most = Math.max(...generations.map(({ effectiveKinds }) => effectiveKinds.q1));
  return [
    `  ${field}, at ${formatAmount(commonRows, 'row')}`,
    ...generations.map((generation, at) => renderGeneration(generation, at, most, style)),
  ];
}

function renderGeneration(
  { effectiveKinds: { q1, low, high }, fromFirst }: TrackedGeneration,
  at: number,
  most: number,
  style: Style,
): string {
  const bar = padToWidth('█'.repeat(Math.max(1, Math.round((BAR_WIDTH * q1) / most))), BAR_WIDTH);
  const kinds = `${formatKinds(q1)} (95 %: ${formatKinds(low)}–${formatKinds(high)})`;
  return `    ${at} ${bar} ${kinds}${fromFirst ? `  ${renderSince(fromFirst, style)}` : ''}`;
}

function renderSince({ ratio, tailLoss, drift }: SinceFirst, style: Style): string {
  const gone = tailLoss.classes.reduce((sum, one) => sum + one.gone, 0);
  const expected = tailLoss.classes.reduce((sum, one) => sum + one.expectedGone, 0);
  const range = `× ${ratio.value.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`;
  const narrower = ratio.high < 1 ? style.warn(range) : range;
  return [
    narrower,
    `gone ${formatCount(gone)}, by chance ${formatCount(Math.round(expected))} (${formatP(tailLoss.pValue)})`,
    ...(drift
      ? [
          `drift ${drift.divergenceBits.toFixed(3)} bits, by chance ${drift.expected.toFixed(3)} (${formatP(drift.pValue)})`,
        ]
      : []),
  ].join(' · ');
}

function renderRepeats({ repeats }: Generations, style: Style): string[] {
  const share = (rows: number) => `${((100 * rows) / repeats.rows).toFixed(1)} %`.padStart(7);
  return [
    style.bold(`REPEATS  among ${formatAmount(repeats.rows, 'row')} of each generation`),
    '    near-duplicates  in templates  of the generation before',
    ...repeats.generations.map(
      ({ nearDuplicateRows, templateRows, rowsOfGenerationBefore }, at) =>
        `    ${at} ${share(nearDuplicateRows).padStart(13)}  ${share(templateRows).padStart(12)}  ${rowsOfGenerationBefore === undefined ? '' : share(rowsOfGenerationBefore).padStart(24)}`,
    ),
    '',
  ];
}
