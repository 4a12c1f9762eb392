/** A number in its words, in the order of the language. */
export const headlineText = ({
  lead,
  value,
  unit,
}: {
  readonly lead?: string | undefined;
  readonly value: string;
  readonly unit: string;
}): string => [...(lead === undefined ? [] : [lead]), value, unit].join(' ');
