/** What settings take, in English: the key of every translation. */
export const englishSettingWords = {
  numberBetween: 'a number from {0} to {1}',
  wholeBetween: 'a whole number from {0} to {1}',
  trueOrFalse: 'true or false',
  oneOf: '{0} or {1}',
  fieldName: 'the name of a field',
  aText: 'a text',
} as const;
