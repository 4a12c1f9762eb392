/** What the guards of the messages between page and host are made of. None throws, whatever the value. */

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A whole number from 0 up. */
export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The 1-based number of a line. */
export const isLine = (value: unknown): value is number => isCount(value) && value >= 1;

export const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

export const isOptionalString = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

/** A string of at most so many UTF-16 units. */
export const isText = (value: unknown, mostUnits: number): value is string =>
  typeof value === 'string' && value.length <= mostUnits;

export const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  list.some((item) => item === value);
