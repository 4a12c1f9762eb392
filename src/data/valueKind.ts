import { englishRowFaultWords as words } from './rowFaultWords.ts';

/** What a JSON value is called in the message of a fault. */
export function valueKind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return words.anArray;
  switch (typeof value) {
    case 'string':
      return words.aString;
    case 'number':
      return words.aNumber;
    case 'boolean':
      return words.aBoolean;
    default:
      return words.anObject;
  }
}
