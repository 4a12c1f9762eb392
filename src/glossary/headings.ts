/** What stands over the parts of an explanation. */
export const englishHeadings = {
  title: 'What each figure means',
  subject:
    'The same texts stand behind the (i) of each figure in the panel, in reports and in `strata explain`.',
  means: 'Means',
  range: 'Range',
  meansNot: 'Does not mean',
  whatToDo: 'What to do',
  formula: 'Formula',
  source: 'Source',
} as const;

export type GlossaryHeadings = Readonly<Record<keyof typeof englishHeadings, string>>;

export function glossaryHeadings(translate: (english: string) => string): GlossaryHeadings {
  const entries = Object.entries(englishHeadings).map(([key, english]) => [
    key,
    translate(english),
  ]);
  return Object.fromEntries(entries) as GlossaryHeadings;
}
