/** Chosen rows that count for the novelty of a row: the nearest ones. The next one would count for a 257th of the first. */
const MOST_RANKS = 256;
/** Bounds are sums of some thousand numbers: they are never lower than what they bound by more than this share of it. */
const ROUNDING = 1e-9;

/** How novel candidates are beside the rows added so far: Σ_r w_(r) / r, w_(1) ≤ w_(2) ≤ … being their weighted distances. */
export interface Novelties {
  add(row: number): void;
  /** The most novel candidate, of equals the first, which is none from then on; −1 when all are taken. */
  takeMost(): { readonly place: number; readonly novelty: number };
}

/**
 * Novelties are worked out where they are asked for: a further row at the weighted distance w adds w / (rows added) at the
 * most, which bounds the novelty of all other candidates. (It moves those behind it one rank down, where each counts for
 * less, and they are not nearer than it. From 256 rows on one falls out for each that comes in, and the sum cannot rise.)
 * @param most rows that will be added at most
 * @param distance weighted distance of an added row and a candidate, ≥ 0
 * O(candidates) for each row added; 2 KB for each candidate.
 */
export function novelties(
  candidates: Uint32Array,
  most: number,
  distance: (row: number, candidate: number) => number,
): Novelties {
  const ranks = Math.min(MOST_RANKS, most);
  const added: number[] = [];
  /** [candidates, ranks] the least distances to the first `upTo` rows added, ascending. */
  const lists = new Float64Array(candidates.length * ranks);
  const upTo = new Uint32Array(candidates.length);
  /** At least the novelty; −1 for those taken. */
  const bounds = new Float64Array(candidates.length);
  const pending = new Float64Array(most);
  const merged = new Float64Array(ranks);
  const inverse = Float64Array.from({ length: ranks }, (_, rank) => 1 / (rank + 1));
  const bringUpToDate = (place: number): number => {
    const start = place * ranks;
    const before = upTo[place]!;
    const further = pending.subarray(0, added.length - before);
    for (let at = 0; at < further.length; at++) {
      further[at] = distance(added[before + at]!, candidates[place]!);
    }
    further.sort();
    const known = Math.min(before, ranks);
    const filled = Math.min(added.length, ranks);
    let novelty = 0;
    for (let rank = 0, a = 0, b = 0; rank < filled; rank++) {
      const isKnown = b === further.length || (a < known && lists[start + a]! <= further[b]!);
      const weighted = isKnown ? lists[start + a++]! : further[b++]!;
      merged[rank] = weighted;
      novelty += weighted * inverse[rank]!;
    }
    lists.set(filled < ranks ? merged.subarray(0, filled) : merged, start);
    upTo[place] = added.length;
    bounds[place] = novelty * (1 + ROUNDING);
    return novelty;
  };
  return {
    add(row) {
      added.push(row);
      if (added.length > ranks) return;
      for (let place = 0; place < candidates.length; place++) {
        if (bounds[place]! < 0) continue;
        bounds[place]! += (distance(row, candidates[place]!) * (1 + ROUNDING)) / added.length;
      }
    },
    takeMost() {
      let best = 0;
      for (let place = 1; place < candidates.length; place++) {
        if (bounds[place]! > bounds[best]!) best = place;
      }
      if (!(bounds[best]! >= 0)) return { place: -1, novelty: -Infinity };
      const first = best;
      let highest = bringUpToDate(first);
      for (let place = 0; place < candidates.length; place++) {
        const bound = bounds[place]!;
        if (bound < highest || (bound === highest && place > best)) continue;
        if (bound < 0 || place === first) continue;
        const novelty = bringUpToDate(place);
        if (novelty > highest || (novelty === highest && place < best)) {
          best = place;
          highest = novelty;
        }
      }
      bounds[best] = -1;
      return { place: best, novelty: highest };
    },
  };
}
