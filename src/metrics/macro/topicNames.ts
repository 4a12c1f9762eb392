import type { CountedTerms, TermCounts } from './termCounts.ts';

export interface TopicName {
  /** The three most distinctive terms, joined by a middle dot; a dash where the rows have no words. */
  readonly name: string;
  /** The most distinctive terms, at most 5, best first. */
  readonly terms: readonly string[];
}

const TERMS = 5;
const TERMS_IN_NAME = 3;
/** How far down the ranking to look for terms that are not forms of a better one. */
const CANDIDATES = 40;

/**
 * Names every topic by class-based TF-IDF: a term's share of its topic's terms times ln(1 + A / f), where f is the
 * term's count over all topics and A the mean number of terms per topic. Forms of a term already taken (one begins with
 * or, in Chinese and Japanese, contains the other) are passed over, and terms found in one row only come after all others.
 * Ties, as nearly all terms are in a small file, go to the term that came first: that of the row nearest to the topic's centre,
 * and of one row the earlier. A name that another topic already has gets its fourth and fifth term too.
 * O(terms · log terms) per topic.
 * @see Grootendorst (2022), BERTopic, arXiv 2203.05794, eq. 2
 */
export function nameTopics({ terms, topics }: TermCounts): TopicName[] {
  const weights = weightsOfTerms(terms.length, topics);
  const taken = new Set<string>();
  return topics.map((topic) => {
    const best = distinctiveTerms(topic, terms, weights);
    const name = freeName(best, taken);
    taken.add(name);
    return { name, terms: best };
  });
}

/** For each term ln(1 + A / f), by which its count in a topic is multiplied. */
function weightsOfTerms(terms: number, topics: readonly CountedTerms[]): Float64Array {
  const totals = new Float64Array(terms);
  let all = 0;
  for (const { places, counts } of topics) {
    for (let at = 0; at < places.length; at++) {
      totals[places[at]!]! += counts[at]!;
      all += counts[at]!;
    }
  }
  const meanTerms = all / topics.length;
  return totals.map((total) => Math.log(1 + meanTerms / total));
}

function distinctiveTerms(
  { places, counts }: CountedTerms,
  terms: readonly string[],
  weights: Float64Array,
): readonly string[] {
  const repeated = counts.reduce((sum, count) => (count > 1 ? sum + 1 : sum), 0);
  // Most terms of a large topic are in one row only and come after all others: they are not ranked in vain.
  const leastCount = repeated < CANDIDATES ? 1 : 2;
  const ranking: RankedTerm[] = [];
  for (let at = 0; at < places.length; at++) {
    const count = counts[at]!;
    if (count < leastCount) continue;
    const place = places[at]!;
    // The share's denominator is the same for all terms of a topic and does not change their order.
    ranking.push({ term: terms[place]!, isRepeated: count > 1, weight: count * weights[place]! });
  }
  ranking.sort((a, b) => Number(b.isRepeated) - Number(a.isRepeated) || b.weight - a.weight);
  const taken: RankedTerm[] = [];
  for (const ranked of ranking.slice(0, CANDIDATES)) {
    if (taken.length === TERMS) break;
    const place = taken.findIndex((better) => isFormOf(ranked.term, better.term));
    if (place === -1) taken.push(ranked);
    else if (isBaseOf(ranked, taken[place]!)) taken[place] = ranked;
  }
  return taken.map(({ term }) => term);
}

interface RankedTerm {
  readonly term: string;
  readonly isRepeated: boolean;
  readonly weight: number;
}

/** Of equally distinctive forms of a word the shortest names it. */
function isBaseOf(base: RankedTerm, form: RankedTerm): boolean {
  const isTied = base.weight === form.weight && base.isRepeated === form.isRepeated;
  return isTied && !UNSPACED.test(base.term) && base.term.length < form.term.length;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isFormOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (UNSPACED.test(short)) return long.includes(short);
  // cost, costs, costing; stop and stopped share all but the short one's last letter.
  const stem = short.length > 4 ? short.slice(0, -1) : short;
  return long.startsWith(stem) && long.length - short.length <= 3;
}

function freeName(terms: readonly string[], taken: ReadonlySet<string>): string {
  if (terms.length === 0) return '—';
  for (let length = TERMS_IN_NAME; ; length++) {
    const name = terms.slice(0, length).join(' · ');
    if (!taken.has(name) || length >= terms.length) return name;
  }
}
