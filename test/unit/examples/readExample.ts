import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

export interface ExampleMessage {
  readonly role: string;
  readonly content: string;
}

export interface ExampleRow {
  /** 1-based line in the file. */
  readonly line: number;
  readonly messages: readonly ExampleMessage[];
  readonly category: string;
  readonly language: string;
}

export interface Planted {
  readonly lines: number;
  readonly rows: number;
  readonly exactClusters: readonly (readonly number[])[];
  readonly nearClusters: readonly (readonly number[])[];
  readonly offDistribution: readonly { readonly line: number; readonly why: string }[];
  readonly rowErrors: readonly { readonly line: number; readonly code: string }[];
  readonly blankLines: readonly number[];
}

export function readPlanted(): Planted {
  const truth = JSON.parse(readFileSync(`${examples}planted.json`, 'utf8')) as Record<
    string,
    Planted
  >;
  return truth['support-generated.jsonl']!;
}

/** The lines as bytes: one of them is not UTF-8. */
export function readLines(name: string): Buffer[] {
  const bytes = readFileSync(examples + name);
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

export function readRows(name: string, left: ReadonlySet<number> = new Set()): ExampleRow[] {
  return readLines(name).flatMap((bytes, index) =>
    left.has(index + 1)
      ? []
      : [{ ...(JSON.parse(bytes.toString('utf8')) as Omit<ExampleRow, 'line'>), line: index + 1 }],
  );
}

export function userText(row: ExampleRow): string {
  const turns = row.messages.filter(({ role }) => role === 'user');
  return turns.map(({ content }) => content).join('\n');
}

/** The whole row, normalised as duplicates are compared. */
export function wholeText({ messages }: Pick<ExampleRow, 'messages'>): string {
  const text = messages.map(({ content }) => content).join('\n\n');
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
