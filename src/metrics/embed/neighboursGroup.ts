/** Members by key: key q holds members[offsets[q]] … members[offsets[q + 1] − 1], ascending. */
export interface Groups {
  readonly members: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Counting sort of the positions of `keys` by key, each in 0 … groups − 1. */
export function groupByKey(keys: Uint32Array, groups: number): Groups {
  const offsets = new Uint32Array(groups + 1);
  for (let position = 0; position < keys.length; position++) offsets[keys[position]! + 1]!++;
  for (let key = 0; key < groups; key++) offsets[key + 1]! += offsets[key]!;
  const next = offsets.slice();
  const members = new Uint32Array(keys.length);
  for (let position = 0; position < keys.length; position++) {
    members[next[keys[position]!]!++] = position;
  }
  return { members, offsets };
}
