/** Puts the values in place of `{0}`, `{1}`, …; a place without value stays. */
export function fill(template: string, ...values: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
}
