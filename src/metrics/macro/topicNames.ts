import { topicTerms } from './topicTerms.ts';

/** How many of the rows read for a topic have each term; the terms are in the order in which they came. */
export type TermCounts = ReadonlyMap<string, number>;

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
 * Counts the terms of one topic's texts; a term counts once per text, so that a long row does not outweigh the others.
 * @param texts those that show the topic best first
 */
export function countTopicTerms(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of topicTerms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/**
 * Names every topic by class-based TF-IDF: a term's share of its topic's terms times ln(1 + A / f), where f is the
 * term's count over all topics and A the mean number of terms per topic. Forms of a term already taken (one begins with
 * or, in Chinese and Japanese, contains the other) are passed over, and terms found in one row only come after all others.
 * Ties, as nearly all terms are in a small file, go to the term that came first: that of the row nearest to the topic's centre,
 * and of one row the earlier. A name that another topic already has gets its fourth and fifth term too.
 * O(terms · log terms) per topic.
 * @see Grootendorst (2022), BERTopic, arXiv 2203.05794, eq. 2
 */
export function nameTopics(topics: readonly TermCounts[]): TopicName[] {
  const totals = new Map<string, number>();
  let allTerms = 0;
  for (const counts of topics) {
    for (const [term, count] of counts) {
      totals.set(term, (totals.get(term) ?? 0) + count);
      allTerms += count;
    }
  }
  const meanTerms = allTerms / topics.length;
  const taken = new Set<string>();
  return topics.map((counts) => {
    const terms = distinctiveTerms(counts, totals, meanTerms);
    const name = freeName(terms, taken);
    taken.add(name);
    return { name, terms };
  });
}

function distinctiveTerms(
  counts: TermCounts,
  totals: TermCounts,
  meanTerms: number,
): readonly string[] {
  const repeated = Array.from(counts).filter(([, count]) => count > 1);
  // Most terms of a large topic are in one row only and come after all others: they are not ranked in vain.
  const candidates = repeated.length < CANDIDATES ? Array.from(counts) : repeated;
  // The share's denominator is the same for all terms of a topic and does not change their order.
  const ranking = candidates
    .map(([term, count]): RankedTerm => ({
      term,
      isRepeated: count > 1,
      weight: count * Math.log(1 + meanTerms / totals.get(term)!),
    }))
    .sort((a, b) => Number(b.isRepeated) - Number(a.isRepeated) || b.weight - a.weight);
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
