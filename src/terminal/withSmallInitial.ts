/** A label as it stands within a line: `Evenness` as `evenness`. */
export const withSmallInitial = (label: string): string =>
  label.charAt(0).toLowerCase() + label.slice(1);
