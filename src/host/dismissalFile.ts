/** A person's word that a row is fine in one respect. */
export interface Dismissal {
  /** The row's content as hashRows gives it: the word holds wherever the row stands. */
  readonly row: string;
  /** A FlagKind; one of a later version is kept as it is. */
  readonly kind: string;
  readonly note?: string;
}

const VERSION = 1;

export function dismissalKey({ row, kind }: Pick<Dismissal, 'row' | 'kind'>): string {
  return `${kind} ${row}`;
}

/** The file's text: one dismissal a line and in a fixed order, so that two people's changes merge well. */
export function writeDismissals(all: readonly Dismissal[]): string {
  const lines = all
    .toSorted((a, b) => (dismissalKey(a) < dismissalKey(b) ? -1 : 1))
    .map((each) => `    ${JSON.stringify(each)}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": ${VERSION},\n  "dismissed": ${list}\n}\n`;
}

/**
 * @throws Error when the text is not such a file: what a person wrote there must not be overwritten
 */
export function parseDismissals(text: string): Dismissal[] {
  const value: unknown = JSON.parse(text);
  const { version, dismissed } = Object(value) as { version?: unknown; dismissed?: unknown };
  if (version !== VERSION || !Array.isArray(dismissed)) {
    throw new Error(`expected {"version": ${VERSION}, "dismissed": […]}`);
  }
  if (!dismissed.every(isDismissal)) throw new Error('expected "row" and "kind" in each dismissal');
  return dismissed;
}

function isDismissal(value: unknown): value is Dismissal {
  const { row, kind, note } = Object(value) as Record<string, unknown>;
  return (
    typeof row === 'string' &&
    typeof kind === 'string' &&
    (note === undefined || typeof note === 'string')
  );
}
