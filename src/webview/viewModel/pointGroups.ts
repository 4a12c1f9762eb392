import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { GROUPS_SHOWN, type MapGroupingView } from '../mapProtocol.ts';
import type { Wording } from './wording.ts';

type Groups = Pick<MapGroupingView, 'groups' | 'groupOfPoint'>;

/**
 * Points parted by groups that are named beforehand, at most GROUPS_SHOWN with a colour of their own and the others last.
 * @param groupOfPoint the place of each point's group among the names
 */
export function namedGroups(
  names: readonly { readonly name: string; readonly isRest?: boolean }[],
  groupOfPoint: Uint8Array,
  { percent }: Wording,
): Groups {
  const counts = new Uint32Array(names.length);
  for (const group of groupOfPoint) counts[group] = (counts[group] ?? 0) + 1;
  return {
    groups: names.map(({ name, isRest = false }, group) => {
      const count = counts[group] ?? 0;
      const shareText = percent(groupOfPoint.length > 0 ? count / groupOfPoint.length : 0);
      return { name, count, shareText, isRest };
    }),
    groupOfPoint,
  };
}

/**
 * Points parted by many groups: the GROUPS_SHOWN largest first, then the others together, then the points that have none.
 * @param ofPoint the place of each point's group among the names, −1 for none
 * @param none what points without a group are called
 */
export function largestGroups(
  names: readonly string[],
  ofPoint: Int32Array,
  none: string,
  wording: Wording,
): Groups {
  const counts = new Uint32Array(names.length);
  let withNone = 0;
  for (const group of ofPoint) {
    if (group < 0) withNone++;
    else counts[group] = (counts[group] ?? 0) + 1;
  }
  const ranked = Array.from(counts.keys())
    .filter((group) => (counts[group] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const shown = ranked.slice(0, GROUPS_SHOWN);
  const named = [
    ...shown.map((group) => ({ name: harmlessText(names[group] ?? '') })),
    ...(ranked.length > GROUPS_SHOWN ? [{ name: wording.view.mapOthers, isRest: true }] : []),
    ...(withNone > 0 ? [{ name: none, isRest: true }] : []),
  ];
  const placeOfGroup = new Uint8Array(names.length).fill(shown.length);
  shown.forEach((group, place) => (placeOfGroup[group] = place));
  const groupOfPoint = new Uint8Array(ofPoint.length).fill(named.length - 1);
  ofPoint.forEach((group, point) => {
    if (group >= 0) groupOfPoint[point] = placeOfGroup[group] ?? shown.length;
  });
  return namedGroups(named, groupOfPoint, wording);
}
