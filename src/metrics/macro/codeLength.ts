import { strengths, type WeightedGraph } from './neighbourGraph.ts';

/**
 * The map equation: bits per step that the best two-level code needs to describe a random walk on the graph, given the
 * groups of its nodes. The shorter, the better the groups show the graph's structure; it needs no parameter and
 * charges for both too few and too many groups.
 * @param groupOfNode groups 0 … groups − 1
 * @returns bits, ≥ 0; with one group the entropy of the nodes; undefined for a graph without links
 * O(nodes + links).
 * @see Rosvall & Bergstrom (2008), doi:10.1073/pnas.0706851105, undirected form of eq. 4
 */
export function codeLengthBits(
  graph: WeightedGraph,
  groupOfNode: Uint32Array,
  groups: number,
): number | undefined {
  const strength = strengths(graph);
  const total = strength.reduce((sum, value) => sum + value, 0);
  if (total === 0) return undefined;
  const visits = new Float64Array(groups);
  const exits = new Float64Array(groups);
  let nodeTerm = 0;
  for (let node = 0; node < graph.nodes; node++) {
    const group = groupOfNode[node]!;
    visits[group]! += strength[node]! / total;
    nodeTerm += timesLog2(strength[node]! / total);
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
      if (groupOfNode[graph.targets[at]!] !== group) exits[group]! += graph.weights[at]! / total;
    }
  }
  const exit = exits.reduce((sum, value) => sum + value, 0);
  let groupTerm = 0;
  for (let group = 0; group < groups; group++) {
    groupTerm += timesLog2(exits[group]! + visits[group]!) - 2 * timesLog2(exits[group]!);
  }
  return timesLog2(exit) + groupTerm - nodeTerm;
}

function timesLog2(value: number): number {
  return value > 0 ? value * Math.log2(value) : 0;
}
