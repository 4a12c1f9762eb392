import { lengthLimits } from './offDistributionLength.ts';
import type { OffDistributionFinding, OffDistributionInput } from './offDistributionInput.ts';
import { rareScripts } from './offDistributionScript.ts';
import { rareTags } from './rareTags.ts';

/** A label without any vote is not impossible. */
const MIN_LABEL_SHARE = 0.02;

/**
 * The reasons that flag a row by themselves, each rare by its own rule: a rare script (`rareScripts`) or language
 * (`otherLanguages`), an unusual length (`lengthLimits`), a rare tag (`rareTags`), a place among another label's rows
 * (`findLabelVotes`).
 * @returns a function of a row, whose reasons it gives
 */
export function rareReasons(
  input: OffDistributionInput,
): (row: number) => OffDistributionFinding[] {
  const finders = [
    scriptFinder(input),
    languageFinder(input),
    lengthFinder('instruction', input.instructionTokens),
    lengthFinder('response', input.responseTokens),
    tagFinder(input),
    labelFinder(input),
  ];
  return (row) => finders.map((find) => find(row)).filter((found) => found !== undefined);
}

/** What a reason with a probability of its own adds. */
export function natsOf(finding: OffDistributionFinding): number {
  switch (finding.code) {
    case 'rare-script':
    case 'rare-language':
    case 'rare-tag':
      return -Math.log(finding.share);
    case 'other-label':
      return -Math.log(Math.max(MIN_LABEL_SHARE, finding.labelShare));
    default:
      return 0;
  }
}

type Finder = (row: number) => OffDistributionFinding | undefined;

function scriptFinder({ scripts }: OffDistributionInput): Finder {
  const shares = rareScripts(scripts);
  return (row) => {
    const script = scripts[row]!;
    if (script === 'Common') return undefined;
    const share = shares.get(script);
    return share === undefined ? undefined : { code: 'rare-script', script, share };
  };
}

/** A language that its script tells already is no further evidence. */
function languageFinder(input: OffDistributionInput): Finder {
  const languages = new Map(input.otherLanguages.map(({ row, ...found }) => [row, found]));
  const findScript = scriptFinder(input);
  return (row) => {
    const found = languages.get(row);
    return found && !findScript(row) ? { code: 'rare-language', ...found } : undefined;
  };
}

function lengthFinder(field: 'instruction' | 'response', tokenCounts: Uint32Array): Finder {
  const limits = lengthLimits(tokenCounts);
  return (row) => {
    const tokens = tokenCounts[row]!;
    if (limits === undefined || tokens === 0) return undefined;
    if (tokens >= limits.low && tokens <= limits.high) return undefined;
    return { code: 'unusual-length', field, tokens, medianTokens: limits.median };
  };
}

/** The rarest of the row's rare tags. */
function tagFinder({ tags }: OffDistributionInput): Finder {
  const rare = rareTags(tags);
  if (rare.size === 0) return () => undefined;
  return (row) => {
    let rarest: OffDistributionFinding | undefined;
    for (const tag of tags.values.subarray(tags.offsets[row], tags.offsets[row + 1])) {
      const found = rare.get(tag);
      if (found === undefined) continue;
      if (rarest?.code === 'rare-tag' && rarest.rows <= found.rows) continue;
      rarest = { code: 'rare-tag', tag, ...found };
    }
    return rarest;
  };
}

function labelFinder({ labelVotes }: OffDistributionInput): Finder {
  const votes = new Map(labelVotes.map(({ row, ...vote }) => [row, vote]));
  return (row) => {
    const vote = votes.get(row);
    return vote && { code: 'other-label', ...vote };
  };
}
