/**
 * The words of the page itself: labels of its controls. The host passes each through vscode.l10n.t and sends them with the
 * state; English is the key of the translation. `{0}`, `{1}` are filled in by the page.
 */
export const englishPageWords = {
  empty: 'Nothing inspected yet.',
  emptyHint: 'Open a .jsonl file and run “Strata: Inspect Dataset”.',
  cancel: 'Cancel',
  inspectAgain: 'Inspect again',
  openSettings: 'Open settings',
  inspecting: 'Inspecting',
  progress: '{0} % done',
  measuring: 'Being measured…',
  head: 'The file',
  sections: 'Sections of the page',
  levelsShort: 'Levels',
  levels: 'Diversity by level',
  instruction: 'Instruction',
  response: 'Response',
  whole: 'Whole',
  tags: 'Tags',
  readFrom: 'read from {0}',
  noField: 'none found',
  automatic: 'Automatic',
  chooseFields: 'Choose fields',
  apply: 'Measure with these fields',
  explain: 'What does “{0}” mean?',
  means: 'Means',
  meansNot: 'Does not mean',
  whatToDo: 'What to do',
  showAsTable: 'Show as table',
  moreFigures: 'More figures',
  chartChoice: 'Chart',
  chartKinds: 'Kinds',
  chartGrowth: 'Growth with rows',
  low: 'Low',
  high: 'High',
  share: 'Share of rows',
  exampleLines: 'Example lines',
  openLine: 'Open line {0}',
  qualityShort: 'Quality',
  qualityFindings: 'Quality findings',
  noQuality: 'No quality finding.',
  flags: 'Flagged rows',
  filter: 'Filter by line or reason',
  kind: 'Kind',
  line: 'Line',
  reason: 'Reason',
  excerpt: 'Excerpt',
  exactDuplicate: 'Exact duplicate',
  nearDuplicate: 'Near-duplicate',
  contained: 'Contained',
  semanticDuplicate: 'Same meaning',
  template: 'Template',
  preferencePair: 'Preference pair',
  nearThreshold: 'Near-duplicates from Jaccard similarity',
  semanticThreshold: 'Same meaning from cosine similarity',
  offDistribution: 'Off-distribution',
  quality: 'Quality finding',
  rowError: 'Row error',
  shown: '{0} of {1} shown',
  noFlags: 'No row was flagged.',
  noMatches: 'No flagged row passes the filter.',
  loading: 'Loading…',
  sortHint: 'Sort',
  sortBySeverity: 'Sort by severity',
  tableHint:
    'Arrow keys move, Enter opens the line, n and p go through the lines of a duplicate cluster.',
  previousLine: 'Previous line of the cluster',
  nextLine: 'Next line of the cluster',
  clusterPosition: 'Line {0}, {1} of {2} in its cluster',
} as const;

export type PageWords = Readonly<Record<keyof typeof englishPageWords, string>>;

/** The same words in the display language; `translate` is vscode.l10n.t in VS Code, the identity in tests. */
export function translateWords<K extends string>(
  words: Readonly<Record<K, string>>,
  translate: (english: string) => string,
): Readonly<Record<K, string>> {
  const entries = Object.entries<string>(words).map(([key, english]) => [key, translate(english)]);
  return Object.fromEntries(entries) as Record<K, string>;
}
