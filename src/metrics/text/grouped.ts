/** A number in an English sentence: `12,345`. */
export const grouped = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 20 });
