import { expect, test } from 'vitest';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { codeLengthBits } from '../../../../src/metrics/macro/codeLength.ts';
import { findCommunities } from '../../../../src/metrics/macro/communities.ts';
import {
  addLink,
  createLinks,
  graphOfLinks,
  neighbourGraph,
} from '../../../../src/metrics/macro/neighbourGraph.ts';

type Link = readonly [from: number, to: number, weight: number];

function graphOf(nodes: number, all: readonly Link[]) {
  const links = createLinks(all.length);
  for (const link of all) addLink(links, ...link);
  return graphOfLinks(nodes, links, new Float64Array(nodes));
}

/** Complete graphs of `size` nodes each, in a ring: the last node of one linked to the first of the next. */
function ringOfCliques(cliques: number, size: number) {
  const links: Link[] = [];
  for (let clique = 0; clique < cliques; clique++) {
    const first = clique * size;
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) links.push([first + a, first + b, 1]);
    }
    links.push([first + size - 1, ((clique + 1) % cliques) * size, 1]);
  }
  return graphOf(cliques * size, links);
}

test('cliques in a ring are the communities', () => {
  const found = findCommunities(ringOfCliques(6, 5), 1);
  expect([...found]).toEqual(Array.from({ length: 30 }, (_, node) => Math.floor(node / 5)));
});

test('a higher resolution gives at least as many communities', () => {
  const graph = ringOfCliques(30, 4);
  const counts = [0.2, 1, 2, 100].map(
    (resolution) => new Set(findCommunities(graph, resolution)).size,
  );
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBe(120);
});

/** Sweeps over all nodes until none moves, and again over the graph of what was found: nothing is passed over. */
function findPlainCommunities(nodes: number, links: readonly Link[], resolution: number): number[] {
  const loops = new Array<number>(nodes).fill(0);
  const weights = loops.map(() => new Map<number, number>());
  for (const [from, to, weight] of links) {
    if (from === to) loops[from]! += weight;
    else
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const) {
        weights[a]!.set(b, (weights[a]!.get(b) ?? 0) + weight);
      }
  }
  const strength = loops.map((loop, node) =>
    [...weights[node]!.values()].reduce((a, b) => a + b, loop),
  );
  const total = strength.reduce((a, b) => a + b, 0);
  const community = Array.from({ length: nodes }, (_, node) => node);
  const strengthOf = [...strength];
  for (let moved = true; moved;) {
    moved = false;
    for (let node = 0; node < nodes; node++) {
      const home = community[node]!;
      const near = new Map([[home, 0]]);
      for (const [other, weight] of weights[node]!) {
        near.set(community[other]!, (near.get(community[other]!) ?? 0) + weight);
      }
      strengthOf[home]! -= strength[node]!;
      let [best, bestGain] = [home, -Infinity];
      for (const [candidate, weight] of near) {
        const gain = weight - (resolution * strength[node]! * strengthOf[candidate]!) / total;
        if (gain > bestGain + 1e-12) [best, bestGain] = [candidate, gain];
      }
      strengthOf[best]! += strength[node]!;
      if (best !== home) [community[node], moved] = [best, true];
    }
  }
  const numbers = new Map([...new Set(community)].map((found, number) => [found, number]));
  const labels = community.map((found) => numbers.get(found)!);
  if (numbers.size === nodes) return labels;
  const merged = new Map<string, Link>();
  const add = (a: number, b: number, weight: number) => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    merged.set(key, [Math.min(a, b), Math.max(a, b), (merged.get(key)?.[2] ?? 0) + weight]);
  };
  for (let node = 0; node < nodes; node++) {
    add(labels[node]!, labels[node]!, loops[node]!);
    for (const [other, weight] of weights[node]!) {
      const [from, to] = [labels[node]!, labels[other]!];
      if (from <= to) add(from, to, weight);
    }
  }
  const above = findPlainCommunities(numbers.size, [...merged.values()], resolution);
  return labels.map((label) => above[label]!);
}

test('passing over nodes that cannot move changes nothing', () => {
  const random = createRandom(3);
  for (let round = 0; round < 60; round++) {
    const nodes = 2 + Math.floor(random() * 120);
    // Some nodes in groups, multiples of 1/8 so that sums are exact.
    const links = Array.from({ length: nodes * 4 }, (): Link => {
      const from = Math.floor(random() * nodes);
      const to =
        random() < 0.7
          ? from - (from % 9) + Math.floor(random() * 9)
          : Math.floor(random() * nodes);
      return [from, Math.min(to, nodes - 1), Math.ceil(random() * 8) / 8];
    }).filter(
      ([from, to], at, all) =>
        from < to && all.findIndex(([a, b]) => a === from && b === to) === at,
    );
    const resolution = 2 ** (random() * 5 - 1);
    expect([...findCommunities(graphOf(nodes, links), resolution)]).toEqual(
      findPlainCommunities(nodes, links, resolution),
    );
  }
});

test('nodes without links stay alone', () => {
  const graph = graphOf(3, []);
  expect([...findCommunities(graph, 1)]).toEqual([0, 1, 2]);
  expect(codeLengthBits(graph, Uint32Array.of(0, 1, 2), 3)).toBeUndefined();
});

test('the code of one group is the entropy of its nodes: two linked pairs need 2 bits', () => {
  const graph = graphOf(4, [
    [0, 1, 1],
    [2, 3, 1],
  ]);
  expect(codeLengthBits(graph, new Uint32Array(4), 1)).toBeCloseTo(2, 12);
});

test('split at the pairs, which a walk never leaves, the code needs 1 bit', () => {
  const graph = graphOf(4, [
    [0, 1, 1],
    [2, 3, 1],
  ]);
  expect(codeLengthBits(graph, Uint32Array.of(0, 0, 1, 1), 2)).toBeCloseTo(1, 12);
});

// By hand, for the path 0–1–2–3 cut in the middle: visits 1/6, 2/6 | 2/6, 1/6; each group is left with 1/6.
// Index code: q = 1/3, two exits of 1/6 each: 1/3 · 1 bit. Group code: 2/3 · H(1/4, 1/2, 1/4) = 2/3 · 1.5 bits, twice.
test('the code of a path cut in the middle needs 7/3 bits', () => {
  const graph = graphOf(4, [
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 1],
  ]);
  expect(codeLengthBits(graph, Uint32Array.of(0, 0, 1, 1), 2)).toBeCloseTo(
    1 / 3 + 2 * (2 / 3) * 1.5,
    12,
  );
});

test('neighbours are linked once, whichever of them lists the other', () => {
  const graph = neighbourGraph(
    Int32Array.of(1, 2, 0, -1, 0, -1),
    Float32Array.of(0.5, 0.25, 0.5, 0, 0.25, 0),
    2,
    2,
  );
  expect([...graph.offsets]).toEqual([0, 2, 3, 4]);
  expect([...graph.targets]).toEqual([1, 2, 0, 0]);
  expect([...graph.weights]).toEqual([0.5, 0.25, 0.5, 0.25]);
});

test('only the k nearest are linked, and none at a right angle or beyond', () => {
  const graph = neighbourGraph(
    Int32Array.of(1, 2, 0, 2, 0, 1),
    Float32Array.of(0.5, 0.3, 0.5, 0.3, -0.1, -0.2),
    2,
    1,
  );
  expect([...graph.offsets]).toEqual([0, 1, 2, 2]);
});
