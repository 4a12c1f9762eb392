/** A value as indented JSON for a person to read; a note in its place where it is nested too deeply to be written. */
export function prettyJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    // JSON.stringify recurses, and runs out of stack on what JSON.parse could still read.
    return '(nested too deeply to be shown)';
  }
}
