/** A pattern that matches a name and, where it holds a character of the pattern language, few others. */
export const globOfName = (name: string): string => name.replace(/[*?{}[\],!]/g, '?');
