import { mixBits } from '../text/mixBits.ts';
import {
  addLink,
  createLinks,
  graphOfLinks,
  strengths,
  type WeightedGraph,
} from './neighbourGraph.ts';

const MAX_SWEEPS = 50;
/** Gains below this are rounding: without it two equal communities could exchange a node for ever. */
const MIN_GAIN = 1e-12;

/**
 * Communities of a graph by modularity with a resolution parameter: nodes move, one by one and in order, to the
 * neighbouring community that gains most, then each community becomes a node, until nothing moves.
 * Deterministic: the order of the nodes and nothing else decides between equal gains.
 * @param resolution γ > 0: higher gives more and smaller communities; 1 is plain modularity
 * @returns for every node its community, numbered 0 … in order of first appearance
 * About O(links) per sweep; 50 ms for 6,000 nodes with 10 neighbours each.
 * @see Blondel et al. (2008), doi:10.1088/1742-5468/2008/10/P10008; resolution: Reichardt & Bornholdt (2006),
 * doi:10.1103/PhysRevE.74.016110
 */
export function findCommunities(graph: WeightedGraph, resolution: number): Uint32Array {
  const communityOfNode = numbered(graph.nodes);
  for (let level = graph; ;) {
    const moved = moveNodes(level, resolution);
    const { labels, count } = renumber(moved);
    for (let node = 0; node < graph.nodes; node++) {
      communityOfNode[node] = labels[communityOfNode[node]!]!;
    }
    if (count === level.nodes) return communityOfNode;
    level = mergeNodes(level, labels, count);
  }
}

/** A partition of a graph while its nodes move. */
interface Partition {
  readonly graph: WeightedGraph;
  readonly strength: Float64Array;
  readonly total: number;
  readonly community: Uint32Array;
  readonly communityStrength: Float64Array;
  /** Weight between the node at hand and each community near it; 0 elsewhere. */
  readonly weightTo: Float64Array;
  /** Those communities, the node's own first. */
  readonly near: Uint32Array;
  /**
   * A node stays while none of its neighbours moves and the strength of its community, with all strength that has left any
   * community so far, is below this.
   */
  readonly staysBelow: Float64Array;
}

/**
 * Sweeps over all nodes until none moves; returns the community of each. After two or three sweeps few nodes move still:
 * those that cannot are passed over.
 */
function moveNodes(graph: WeightedGraph, resolution: number): Uint32Array {
  const { nodes } = graph;
  const strength = strengths(graph);
  const community = numbered(nodes);
  const communityStrength = strength.slice();
  const staysBelow = new Float64Array(nodes).fill(-Infinity);
  const partition = {
    graph,
    strength,
    total: strength.reduce((sum, value) => sum + value, 0),
    community,
    communityStrength,
    weightTo: new Float64Array(nodes),
    near: new Uint32Array(nodes),
    staysBelow,
  };
  let left = 0;
  for (let sweep = 0, before = -1; left !== before && sweep < MAX_SWEEPS; sweep++) {
    before = left;
    for (let node = 0; node < nodes; node++) {
      if (communityStrength[community[node]!]! + left < staysBelow[node]!) continue;
      left += moveNode(partition, node, resolution, left);
    }
  }
  return community;
}

/**
 * Moves a node to the community that gains most. A function of its own, which is compiled sooner than a loop over all nodes.
 * @param left strength that has left any community so far
 * @returns the strength that leaves one now: 0 where the node stays
 */
function moveNode(partition: Partition, node: number, resolution: number, left: number): number {
  const { total, community, communityStrength, weightTo, near } = partition;
  const home = community[node]!;
  const count = weighNear(partition, node, home);
  const own = partition.strength[node]!;
  communityStrength[home]! -= own;
  let best = home;
  let bestGain = -Infinity;
  let secondGain = -Infinity;
  for (let at = 0; at < count; at++) {
    const candidate = near[at]!;
    const expected = (own * communityStrength[candidate]!) / total;
    const gain = weightTo[candidate]! - resolution * expected;
    if (gain > bestGain + MIN_GAIN) {
      secondGain = bestGain;
      best = candidate;
      bestGain = gain;
    } else if (gain > secondGain) secondGain = gain;
    weightTo[candidate] = 0;
  }
  communityStrength[best]! += own;
  const leaves = best === home ? 0 : own;
  if (leaves > 0) {
    community[node] = best;
    wakeNeighbours(partition, node);
  }
  // Strength that comes here or leaves the second best brings their gains together by so much: resolution · own / total.
  const lead = ((bestGain - secondGain) * total) / (resolution * own);
  partition.staysBelow[node] = communityStrength[best]! + left + leaves + lead;
  return leaves;
}

/** Fills `near` and `weightTo`; returns how many communities are near. */
function weighNear(
  { graph: { offsets, targets, weights }, community, weightTo, near }: Partition,
  node: number,
  home: number,
): number {
  let count = 1;
  near[0] = home;
  for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
    const other = community[targets[at]!]!;
    const weight = weightTo[other]!;
    if (weight === 0 && other !== home) near[count++] = other;
    weightTo[other] = weight + weights[at]!;
  }
  return count;
}

/** Neighbours of a node that has moved are looked at again. */
function wakeNeighbours(
  { graph: { offsets, targets }, staysBelow }: Partition,
  node: number,
): void {
  for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
    staysBelow[targets[at]!] = -Infinity;
  }
}

/** 0, 1, … */
function numbered(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let at = 1; at < count; at++) numbers[at] = at;
  return numbers;
}

/** The same groups, each the number of a node, numbered without gaps in order of first appearance. */
function renumber(groups: Uint32Array): { labels: Uint32Array; count: number } {
  /** One more than the label, 0 for none yet. */
  const known = new Uint32Array(groups.length);
  const labels = new Uint32Array(groups.length);
  let count = 0;
  for (let node = 0; node < groups.length; node++) {
    const group = groups[node]!;
    if (known[group] === 0) known[group] = ++count;
    labels[node] = known[group]! - 1;
  }
  return { labels, count };
}

/** The graph whose nodes are the groups. */
function mergeNodes(graph: WeightedGraph, labels: Uint32Array, count: number): WeightedGraph {
  const { nodes, offsets, targets, weights } = graph;
  const loops = new Float64Array(count);
  const mostLinks = Math.min(targets.length, count * (count - 1)) / 2;
  const links = createLinks(mostLinks);
  /** The links by their pair of groups: open addressing, at most half full; one more than the link, 0 for none. */
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * mostLinks + 2)));
  const mask = slots.length - 1;
  for (let node = 0; node < nodes; node++) {
    const from = labels[node]!;
    loops[from]! += graph.loops[node]!;
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
      const to = labels[targets[at]!]!;
      const weight = weights[at]!;
      if (from === to) loops[from]! += weight;
      if (from >= to) continue;
      let slot = mixBits(from * count + to) & mask;
      for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const link = slots[slot]! - 1;
        if (links.from[link] === from && links.to[link] === to) break;
      }
      if (slots[slot] !== 0) links.weights[slots[slot]! - 1]! += weight;
      else {
        addLink(links, from, to, weight);
        slots[slot] = links.count;
      }
    }
  }
  return graphOfLinks(count, links, loops);
}
