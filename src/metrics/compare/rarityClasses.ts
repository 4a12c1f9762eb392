/** Fewest rows of the first generation in each class of kinds that are about equally rare, rarest first. */
export const RARITY_CLASSES = [1, 2, 3, 6, 21] as const;

/** The class of kinds that so many rows have. @param rows ≥ 1 */
export function rarityClassOf(rows: number): number {
  let place = RARITY_CLASSES.length - 1;
  while (RARITY_CLASSES[place]! > rows) place--;
  return place;
}
