/** The class of the code point at an index of a text; `index` must not fall between the halves of a pair. */
export type ClassAt = (text: string, index: number) => number;

/**
 * Remembers a slow classification of code points, so that hot loops read it from a table.
 * @param classify class of a text of one code point, an integer in [1, 255]; a lone surrogate counts as a code point
 * O(1) per look-up after the first; 64 KiB and an entry for each code point seen beyond the basic plane.
 */
export function codePointClasses(classify: (codePoint: string) => number): ClassAt {
  const basicPlane = new Uint8Array(0x1_0000);
  const beyond = new Map<number, number>();

  const learn = (unit: number) => (basicPlane[unit] = classify(String.fromCharCode(unit)));
  const classOfPair = (codePoint: number) => {
    let found = beyond.get(codePoint);
    if (found === undefined) {
      found = classify(String.fromCodePoint(codePoint));
      beyond.set(codePoint, found);
    }
    return found;
  };

  return (text, index) => {
    const unit = text.charCodeAt(index);
    if ((unit & 0xfc00) === 0xd800) {
      const codePoint = text.codePointAt(index)!;
      if (codePoint > 0xffff) return classOfPair(codePoint);
    }
    return basicPlane[unit]! || learn(unit);
  };
}

/** UTF-16 units of the code point at an index: 2 for a surrogate pair, otherwise 1. */
export function codePointLength(text: string, index: number): 1 | 2 {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    ? 2
    : 1;
}
