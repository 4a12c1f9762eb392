/** As the terminal writes counts in every language. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');
