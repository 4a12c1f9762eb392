/**
 * Where a text may be cut so that no character is cut in two: `index`, or one before it where that is the middle of a
 * surrogate pair. In UTF-16 units; O(1).
 */
export function endOfCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index - 1);
  const isHighSurrogate = unit >= 0xd800 && unit <= 0xdbff;
  return isHighSurrogate ? index - 1 : index;
}
