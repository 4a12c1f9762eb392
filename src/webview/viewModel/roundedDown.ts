/**
 * A similarity as it is told where no row is less alike than said: with two decimals, and never more than it is.
 * @param similarity from 0 to 1; a whole number of hundredths stays, whatever its last bits
 */
export const roundedDown = (similarity: number): number =>
  Math.floor(100 * similarity + 1e-9) / 100;
