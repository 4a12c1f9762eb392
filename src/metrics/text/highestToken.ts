/** The highest of some tokens, −1 where there are none: their kinds are below one more. O(tokens). */
export function highestToken(tokens: Uint32Array): number {
  let highest = -1;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]! > highest) highest = tokens[at]!;
  }
  return highest;
}
