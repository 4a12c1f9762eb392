/**
 * The words of the page itself: labels of its controls. The host passes each through vscode.l10n.t and sends them with the
 * state; English is the key of the translation. `{0}`, `{1}` are filled in by the page.
 */
export const englishPageWords = {
  title: 'Strata',
  empty: 'Nothing inspected yet.',
  emptyHint: 'Open a .jsonl file and run “Strata: Inspect Dataset”.',
  cancel: 'Cancel',
  inspectAgain: 'Inspect again',
  openSettings: 'Open settings',
  inspecting: 'Inspecting',
  progress: '{0} % done',
  measuring: 'Being measured…',
  head: 'The file',
  levels: 'Diversity by level',
  macro: 'Macro',
  meso: 'Meso',
  micro: 'Micro',
  notes: 'Good to know',
  fields: 'Fields',
  instruction: 'Instruction',
  response: 'Response',
  tags: 'Tags',
  readFrom: 'read from {0}',
  noField: 'none found',
  automatic: 'Automatic',
  apply: 'Measure with these fields',
  moreFigures: 'More figures',
  explain: 'What does “{0}” mean?',
  means: 'Means',
  meansNot: 'Does not mean',
  whatToDo: 'What to do',
  close: 'Close',
  showAsTable: 'Show as table',
  share: 'Share of rows',
  exampleLines: 'Example lines',
  openLine: 'Open line {0}',
  flags: 'Flagged rows',
  filter: 'Filter by line or reason',
  kind: 'Kind',
  line: 'Line',
  reason: 'Reason',
  excerpt: 'Excerpt',
  severity: 'Severity',
  exactDuplicate: 'Exact duplicate',
  nearDuplicate: 'Near-duplicate',
  offDistribution: 'Off-distribution',
  rowError: 'Row error',
  sortBy: 'Sort by',
  mostSevereFirst: 'Most severe first',
  shown: '{0} of {1} shown',
  noFlags: 'No row was flagged.',
  noMatches: 'No flagged row passes the filter.',
  loading: 'Loading…',
  sortHint: 'Activate to sort',
  tableHint:
    'Arrow keys move, Enter opens the line, n and p go through the lines of a duplicate cluster.',
  previousLine: 'Previous line of the cluster',
  nextLine: 'Next line of the cluster',
  clusterPosition: 'Line {0}, {1} of {2} in its cluster',
  clusterSize: '{0} rows',
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
