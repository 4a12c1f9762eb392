import { poissonTail } from '../stats/poissonTail.ts';
import type { KindTable } from './kindTable.ts';

/** Chance that one kind or more is listed although rows were spread as expected. */
const FAMILY_ERROR = 0.05;
/** Kinds with fewer rows, found and expected, say nothing either way. */
const LEAST_ROWS = 5;
const MOST_LISTED = 10;

/** What counts are compared with: equal counts of all kinds, or verbs and nouns that go together by chance. */
export type BalanceRule = 'even-spread' | 'independence';

export interface UnbalancedKind {
  /** Index in the table. */
  readonly kind: number;
  /** Rows that the rule expects, above 0. */
  readonly expected: number;
}

export interface KindBalance {
  readonly rule: BalanceRule;
  /** Kinds that more rows have than chance explains: how many, and the most striking of them, at most 10. */
  readonly overCount: number;
  readonly over: readonly UnbalancedKind[];
  readonly underCount: number;
  readonly under: readonly UnbalancedKind[];
}

/**
 * The kinds that have more or fewer rows than expected. For verb–noun pairs the expectation is that of independence:
 * (rows of the verb's pairs) · (rows of the noun's pairs) / (rows of all pairs), as in a contingency table. For other
 * kinds it is an even spread: the mean count. A kind is listed when its count has a Poisson probability below 0.05 / kinds
 * (Bonferroni), so that a file that is spread as expected lists none, 19 times of 20; and has 5 rows, found or expected. Sorted
 * by Pearson residual, (count − expected) / √expected, the furthest first.
 * @returns undefined for fewer than two kinds. O(kinds) time but for sorting what is listed.
 */
export function kindBalance(table: KindTable): KindBalance | undefined {
  const { counts, pairs } = table;
  if (counts.length < 2) return undefined;
  const rule = pairs.some((pair) => pair) ? 'independence' : 'even-spread';
  const { expectedOf, kinds } = rule === 'independence' ? independence(table) : evenSpread(counts);
  const limit = FAMILY_ERROR / kinds;
  const over: UnbalancedKind[] = [];
  const under: UnbalancedKind[] = [];
  counts.forEach((count, kind) => {
    const expected = expectedOf(kind);
    if (expected === undefined || Math.max(count, expected) < LEAST_ROWS) return;
    if (poissonTail(count, expected) >= limit) return;
    (count > expected ? over : under).push({ kind, expected });
  });
  const byResidual = (list: UnbalancedKind[]): UnbalancedKind[] => {
    const residual = ({ kind, expected }: UnbalancedKind): number =>
      Math.abs(counts[kind]! - expected) / Math.sqrt(expected);
    return list
      .toSorted((a, b) => residual(b) - residual(a) || a.kind - b.kind)
      .slice(0, MOST_LISTED);
  };
  return {
    rule,
    overCount: over.length,
    over: byResidual(over),
    underCount: under.length,
    under: byResidual(under),
  };
}

interface Expectation {
  /** Undefined for a kind that the rule does not speak of. */
  readonly expectedOf: (kind: number) => number | undefined;
  readonly kinds: number;
}

function evenSpread(counts: Uint32Array): Expectation {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return { expectedOf: () => mean, kinds: counts.length };
}

function independence({ counts, pairs }: KindTable): Expectation {
  const verbs = new Map<string, number>();
  const nouns = new Map<string, number>();
  let total = 0;
  let kinds = 0;
  pairs.forEach((pair, kind) => {
    if (!pair) return;
    const [verb, noun] = pair;
    const count = counts[kind]!;
    verbs.set(verb, (verbs.get(verb) ?? 0) + count);
    nouns.set(noun, (nouns.get(noun) ?? 0) + count);
    total += count;
    kinds++;
  });
  return {
    kinds,
    expectedOf: (kind) => {
      const pair = pairs[kind];
      return pair ? (verbs.get(pair[0])! * nouns.get(pair[1])!) / total : undefined;
    },
  };
}
