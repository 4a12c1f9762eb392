/** A number as it was formatted, with the sign that people read: a hyphen breaks from its digits and is narrower than a plus. */
export const withMinus = (formatted: string): string => formatted.replaceAll('-', '−');
