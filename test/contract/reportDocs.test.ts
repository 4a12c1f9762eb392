import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ByteSource } from '../../src/data/byteReader.ts';
import type { Report } from '../../src/engine/report.ts';
import { withConverted } from '../support/withConverted.ts';
import { inspectInline, memorySource } from '../support/inspectInline.ts';
import { matches, root } from './sources.ts';

const page = readFileSync(join(root, 'docs/report.md'), 'utf8');

const generated = 'examples/support-generated.jsonl';
const examples = [
  generated,
  'examples/support-reference.jsonl',
  ...[1, 2, 3].map((n) => `examples/support-generation-${n}.jsonl`),
];

/**
 * Files with the keys which the examples have no cause for: a warning, parts of verb–noun pairs,
 * samples, public sets beside it.
 */
const oddities: readonly string[] = [
  '{"instruction":"Write a poem about spring.","instruction":"Write a poem.","output":"Roses."}',
  `${JSON.stringify({ text: 'Tags.', tags: Array.from({ length: 99 }, (_, at) => `${at}`) })}\n`.repeat(
    2,
  ),
  '{"prompt":"Say hello.","chosen":"Hello.","rejected":"Hello."}\n'.repeat(2),
  '{"text":"Say hello."}\n{"text":"Say good night to all."}\n'.repeat(2_501),
  '{"prompt":"Who signs?","completion":"Yours, [Your Name]"}',
];

/** What only more than 8,192 different rows have, which would take too long here. */
const ofLargeFiles: Pick<Report, 'offDistributionMethod' | 'sampled'> = {
  offDistributionMethod: { neighbours: 10, recall: { recall: 0.95, sampledRows: 128 } },
  sampled: [{ what: 'interval-rows', level: 'micro', used: 9, of: 10, seed: 1, message: '…' }],
};

type Path = readonly string[];

/** The path of every key in a value; the places of a list have no name of their own. */
function keyPaths(value: unknown, above: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((entry) => keyPaths(entry, above));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const path = [...above, key];
    return [path, ...keyPaths(below, path)];
  });
}

interface KeyOrder {
  /** Of the object. */
  readonly path: Path;
  readonly keys: Path;
}

/** The keys of every object in a value, in order. */
function keyOrders(value: unknown, path: Path = []): KeyOrder[] {
  if (Array.isArray(value)) return value.flatMap((entry) => keyOrders(entry, path));
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, inside]) => keyOrders(inside, [...path, key]));
  return [{ path, keys: Object.keys(value) }, ...below];
}

interface Section {
  /** Path of the object that the section is about; `*` stands for any key. */
  readonly prefix: Path;
  /** Everything that stands in back quotes, dotted keys in parts. */
  readonly words: ReadonlySet<string>;
  /** The keys of its tables, in order, table by table. */
  readonly tables: readonly (readonly Path[])[];
  /** What stands in back quotes in each paragraph, table row, and first column of a table of keys, in order. */
  readonly passages: readonly (readonly string[])[];
}

const PREFIXES: Readonly<Record<string, Path>> = { 'Top level': [], Levels: ['levels', '*', '*'] };

function readSections(text: string): Section[] {
  return text.split(/^##+ /mu).flatMap((part) => {
    const heading = part.slice(0, part.indexOf('\n'));
    const quoted = /^`(.+)`$/u.exec(heading)?.[1];
    const prefix = quoted ? quoted.split('.') : PREFIXES[heading];
    if (!prefix) return [];
    const words = quotedWords(part);
    const blocks = part.split(/\n\n/u);
    const tables = blocks.filter((block) => /^\| key /u.test(block)).map(keysOfTable);
    const passages = [...blocks.flatMap(passagesOf), ...tables.map((table) => table.flat())];
    return [{ prefix, words: new Set(words), tables, passages }];
  });
}

/** In order, dotted ones in parts. */
const quotedWords = (text: string): string[] =>
  Array.from(text.matchAll(/`([^`\n]+)`/gu)).flatMap(([, word]) => word!.split('.'));

/** A paragraph, or the rows of a table, each after what its header says. */
function passagesOf(block: string): string[][] {
  const [header = [], ...rows] = block.split(/\n(?=\|)/u).map(quotedWords);
  return rows.length === 0 ? [header] : rows.map((row) => [...header, ...row]);
}

/** The first column: `length.min`, `.q1` are two keys of `length`. */
function keysOfTable(table: string): Path[] {
  const firstCells = table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[1] ?? '');
  return firstCells.flatMap((cell) => {
    let owner: string[] = [];
    return Array.from(cell.matchAll(/`([^`]+)`/gu), ([, key]) => {
      const path = key!.startsWith('.') ? [...owner, key!.slice(1)] : key!.split('.');
      owner = path.slice(0, -1);
      return path;
    });
  });
}

const begins = (path: Path, prefix: Path) =>
  prefix.every((key, at) => key === '*' || key === path[at]);
const ends = (path: Path, suffix: Path) =>
  suffix.every((key, at) => key === path[path.length - suffix.length + at]);

const sections = readSections(page);

function isDocumented(path: Path): boolean {
  const about = sections.filter(({ prefix }) => begins(path, prefix) && prefix.length > 0);
  const depth = Math.max(0, ...about.map(({ prefix }) => prefix.length));
  const words = path.length === 1 ? sections.filter(({ prefix }) => prefix.length === 0) : about;
  return path
    .slice(path.length === 1 ? 0 : depth)
    .every((key) => words.some((section) => section.words.has(key)));
}

/** Whether a list names all the keys, each for the first time after the one before. */
const namesInOrder = (list: readonly string[], keys: Path): boolean => {
  const places = keys.map((key) => list.indexOf(key));
  return places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
};

/** Whether the docs list the keys of an object in this order: in the tables of its sections together, or in one passage. */
function isListed({ path, keys }: KeyOrder): boolean {
  const about = sections.filter(
    ({ prefix }) => begins(path, prefix) && (prefix.length > 0 || path.length <= 1),
  );
  const columns = about.flatMap(({ prefix, tables }) => {
    const within = path.slice(prefix.length);
    return tables
      .flat()
      .filter((key) => begins(key, within))
      .map((key) => key[within.length]!);
  });
  // Said in the table of what all levels have: they come after the level's own keys.
  const inTables = [...columns.filter((key) => key !== 'yardsticks'), 'yardsticks'];
  const passages = about.flatMap((section) => section.passages);
  return [inTables, ...passages].some((list) => namesInOrder(list, keys));
}

/** The JSON of the example: without what it leaves out. */
function readExample(): unknown {
  const [, block] = /```jsonc\n(.*?)```/su.exec(page)!;
  const json = block!.replaceAll(/^\s*\/\/.*$/gmu, '').replaceAll(/,(?=\s*[\]}])/gu, '');
  return JSON.parse(json);
}

/** Whether a shortened value says nothing that the full one does not: `…` stands for any text. */
function agrees(short: unknown, full: unknown): boolean {
  if (short === '…') return typeof full === 'string';
  if (Array.isArray(short)) {
    return (
      Array.isArray(full) && short.every((entry) => full.some((other) => agrees(entry, other)))
    );
  }
  if (typeof short !== 'object' || short === null) return Object.is(short, full);
  if (typeof full !== 'object' || full === null) return false;
  const values = new Map<string, unknown>(Object.entries(full));
  return Object.entries(short).every(([key, value]) => agrees(value, values.get(key)));
}

describe('docs/report.md', { tags: 'slow' }, () => {
  const reports: unknown[] = [];
  beforeAll(async () => {
    const sources: ByteSource[] = [
      ...examples.map((path) => ({ kind: 'file', path: join(root, path) }) as const),
      ...oddities.map(memorySource),
    ];
    for (const source of sources) reports.push((await inspectInline(source)).report);
    const lines = [{ fromLine: 0, toLine: 3 }];
    reports.push((await inspectInline(sources[0]!, { lines })).report);
    const selection = { tags: 'not there' };
    reports.push((await inspectInline(sources.at(-1)!, { selection })).report);
    const table = gzipSync('instruction,output\nSay hello.,Hello.\n');
    const held = '{"data":[{"instruction":"Say hi.","output":"Hi."}]}';
    const files = { 'table.csv.gz': table, 'about.json': '{}', 'held.json': held };
    await withConverted(files, '', async (source) => {
      reports.push((await inspectInline(source)).report);
    });
    reports.push(ofLargeFiles);
  });

  it('explains every key of the reports', () => {
    const paths = new Set(
      reports.flatMap((report) => keyPaths(report).map((path) => path.join('.'))),
    );
    const missing = [...paths].filter((path) => !isDocumented(path.split('.')));
    expect(missing).toEqual([]);
  });

  it('explains no key that no report has', () => {
    const paths = reports.flatMap((report) => keyPaths(report));
    const unknown = sections.flatMap(({ prefix, tables }) =>
      tables
        .flat()
        .filter((key) => !paths.some((path) => begins(path, prefix) && ends(path, key)))
        .map((key) => [...prefix, ...key].join('.')),
    );
    expect(unknown).toEqual([]);
  });

  it('lists the keys of every object in the order of the report', () => {
    const orders = new Map(
      reports.flatMap((report) => keyOrders(report)).map((order) => [JSON.stringify(order), order]),
    );
    expect([...orders.values()].filter((order) => !isListed(order))).toEqual([]);
  });

  it('names every code that the types of the report know', () => {
    const words = new Set(sections.flatMap(({ words: some }) => [...some]));
    for (const file of ['src/engine/report.ts', 'src/data/rowTypes.ts']) {
      const codes = matches(readFileSync(join(root, file), 'utf8'), /'([a-z\d-]+)'/gu);
      expect(codes.filter((code) => !words.has(code))).toEqual([]);
    }
  });

  it('shows as its example what the report of the generated set says', () => {
    const full = reports[0] as { file: object };
    const given = { ...full, file: { ...full.file, path: generated } };
    const short = readExample() as Record<string, unknown>;
    for (const [key, value] of Object.entries(short)) {
      expect(agrees(value, (given as Record<string, unknown>)[key]), key).toBe(true);
    }
  });
});
