import { lengthLimits } from './lengthLimits.ts';
import type { LabelVote } from './labelVotes.ts';
import type { OffDistributionFinding, RowFacts } from './offDistributionInput.ts';
import { rareScripts } from './rareScripts.ts';
import { rareTags, type RareTag } from './rareTags.ts';

/** A label without any vote is not impossible. */
const MIN_LABEL_SHARE = 0.02;

/**
 * The reasons that flag a row by themselves, each rare by its own rule: a rare script (`rareScripts`) or language
 * (`otherLanguages`), an unusual length (`lengthLimits`), a rare tag (`rareTags`), a place among another label's rows
 * (`findLabelVotes`).
 * A reason's probability is the share of rows that have it: of the script, language or tag, or with an unusual length of that
 * field. For a label it is the share of votes for the row's own.
 * @returns a function of the votes on labels, which gives a function of a row, whose reasons that gives
 */
export function rareReasons(
  input: RowFacts,
): (labelVotes: readonly LabelVote[]) => (row: number) => RareReason[] {
  const facts = [
    scriptFinder(input),
    languageFinder(input),
    lengthFinder('instruction', input.instructionTokens),
    lengthFinder('response', input.responseTokens),
    tagFinder(input),
  ];
  return (labelVotes) => {
    const finders = [...facts, labelFinder(labelVotes)];
    return (row) => finders.map((find) => find(row)).filter((found) => found !== undefined);
  };
}

/** A reason, and what it adds to the score: −ln of its probability. */
export interface RareReason {
  readonly finding: OffDistributionFinding;
  readonly nats: number;
}

type Finder = (row: number) => RareReason | undefined;

const ofShare = (finding: OffDistributionFinding & { readonly share: number }): RareReason => ({
  finding,
  nats: -Math.log(finding.share),
});

function scriptFinder({ scripts }: RowFacts): Finder {
  const shares = rareScripts(scripts);
  return (row) => {
    const script = scripts[row]!;
    if (script === 'Common') return undefined;
    const share = shares.get(script);
    return share === undefined ? undefined : ofShare({ code: 'rare-script', script, share });
  };
}

/** A language that its script tells already is no further evidence. */
function languageFinder(input: RowFacts): Finder {
  const languages = new Map(input.otherLanguages.map(({ row, ...found }) => [row, found]));
  const findScript = scriptFinder(input);
  return (row) => {
    const found = languages.get(row);
    return found && !findScript(row) ? ofShare({ code: 'rare-language', ...found }) : undefined;
  };
}

function lengthFinder(field: 'instruction' | 'response', tokenCounts: Uint32Array): Finder {
  const limits = lengthLimits(tokenCounts);
  if (limits === undefined) return () => undefined;
  const { low, high, median, rows, unusual } = limits;
  return (row) => {
    const tokens = tokenCounts[row]!;
    if (tokens === 0 || (tokens >= low && tokens <= high)) return undefined;
    return {
      finding: { code: 'unusual-length', field, tokens, medianTokens: median },
      nats: Math.log(rows / unusual),
    };
  };
}

/** The rarest of the row's rare tags. */
function tagFinder({ tags }: RowFacts): Finder {
  const rare = rareTags(tags);
  if (rare.size === 0) return () => undefined;
  return (row) => {
    let rarest: (RareTag & { readonly tag: number }) | undefined;
    for (const tag of tags.values.subarray(tags.offsets[row], tags.offsets[row + 1])) {
      const found = rare.get(tag);
      if (found === undefined || (rarest && rarest.rows <= found.rows)) continue;
      rarest = { tag, ...found };
    }
    return rarest && ofShare({ code: 'rare-tag', ...rarest });
  };
}

function labelFinder(labelVotes: readonly LabelVote[]): Finder {
  const votes = new Map(labelVotes.map(({ row, ...vote }) => [row, vote]));
  return (row) => {
    const vote = votes.get(row);
    if (vote === undefined) return undefined;
    return {
      finding: { code: 'other-label', ...vote },
      nats: -Math.log(Math.max(MIN_LABEL_SHARE, vote.labelShare)),
    };
  };
}
