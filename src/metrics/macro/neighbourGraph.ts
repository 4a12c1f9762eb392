/**
 * An undirected weighted graph (CSR): node i is linked to targets[offsets[i]] … targets[offsets[i + 1] − 1]; every link
 * between two nodes is listed at both. A node's link to itself, which groups of merged nodes have, is in `loops`.
 */
export interface WeightedGraph {
  readonly nodes: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** > 0 */
  readonly weights: Float64Array;
  /** Twice the weight of the links inside the node. */
  readonly loops: Float64Array;
}

/**
 * The graph of nearest neighbours: two nodes are linked where either is among the other's neighbours, with their cosine
 * similarity as weight; neighbours at a right angle or beyond are not linked.
 * @param neighbours row-major [nodes, width], nearest first, −1 for none
 * @param similarities cosines beside them
 * @param k how many of the neighbours are linked, 1 … width
 */
export function neighbourGraph(
  neighbours: Int32Array,
  similarities: Float32Array,
  width: number,
  k: number,
): WeightedGraph {
  const nodes = neighbours.length / width;
  const links = createLinks(nodes * k);
  for (let node = 0; node < nodes; node++) {
    for (let at = node * width; at < node * width + k; at++) {
      const other = neighbours[at]!;
      const weight = similarities[at]!;
      if (other === -1 || weight <= 0) continue;
      // A pair that both list is taken once, from the lower node.
      if (other < node && lists(neighbours, other * width, k, node)) continue;
      addLink(links, node, other, weight);
    }
  }
  return graphOfLinks(nodes, links, new Float64Array(nodes));
}

/** Whether the node is among the k neighbours from `first` on. */
function lists(neighbours: Int32Array, first: number, k: number, node: number): boolean {
  for (let at = first; at < first + k; at++) if (neighbours[at] === node) return true;
  return false;
}

/** Pairs of different nodes with the weight between them, as many as were added. */
export interface Links {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float64Array;
  count: number;
}

export function createLinks(capacity: number): Links {
  return {
    from: new Uint32Array(capacity),
    to: new Uint32Array(capacity),
    weights: new Float64Array(capacity),
    count: 0,
  };
}

export function addLink(links: Links, from: number, to: number, weight: number): void {
  links.from[links.count] = from;
  links.to[links.count] = to;
  links.weights[links.count++] = weight;
}

/** Builds the adjacency of a list of links, each pair listed once. */
export function graphOfLinks(nodes: number, links: Links, loops: Float64Array): WeightedGraph {
  const { from, to, count } = links;
  const offsets = new Uint32Array(nodes + 1);
  for (let link = 0; link < count; link++) {
    offsets[from[link]! + 1]!++;
    offsets[to[link]! + 1]!++;
  }
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const targets = new Uint32Array(2 * count);
  const weights = new Float64Array(2 * count);
  for (let link = 0; link < count; link++) {
    const [first, second] = [next[from[link]!]!++, next[to[link]!]!++];
    targets[first] = to[link]!;
    targets[second] = from[link]!;
    weights[first] = weights[second] = links.weights[link]!;
  }
  return { nodes, offsets, targets, weights, loops };
}

/** Weighted degree of every node, its loop included. */
export function strengths({ nodes, offsets, weights, loops }: WeightedGraph): Float64Array {
  const sums = loops.slice();
  for (let node = 0; node < nodes; node++) {
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) sums[node]! += weights[at]!;
  }
  return sums;
}
