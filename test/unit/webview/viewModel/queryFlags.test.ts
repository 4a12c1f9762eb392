import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/engine/report.ts';
import { FLAG_KINDS } from '../../../../src/webview/protocol.ts';
import type { FlagKind, FlagQuery } from '../../../../src/webview/protocol.ts';
import { flagEntries } from '../../../../src/webview/viewModel/flagEntries.ts';
import { toFlagRow } from '../../../../src/webview/viewModel/flagRow.ts';
import {
  countFlags,
  queryFlags,
  queryFlagsInTurns,
} from '../../../../src/webview/viewModel/queryFlags.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { readJson } from '../../../contract/sources.ts';
import { sampleReport } from '../sampleReport.ts';

const wording = createWording((english) => english, 'en');
const TRANSLATIONS = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const entries = flagEntries(sampleReport);
const everything: FlagQuery = {
  filter: { kinds: FLAG_KINDS },
  sort: { by: 'line', descending: false },
  offset: 0,
  limit: 100,
};
const linesOf = (query: Partial<FlagQuery>) =>
  queryFlags(entries, { ...everything, ...query }, wording).entries.map(({ line }) => line);

describe('queryFlags', () => {
  test('sorts by line, upwards and downwards', () => {
    const upwards = [12, 17, 31, 31, 66, 70, 120, 145, 250];
    expect(linesOf({})).toEqual(upwards);
    expect(linesOf({ sort: { by: 'line', descending: true } })).toEqual(upwards.toReversed());
  });

  test('sorts by kind in the order of the filter, ties by line', () => {
    expect(linesOf({ sort: { by: 'kind', descending: false } })).toEqual([
      12, 31, 70, 66, 145, 31, 17, 120, 250,
    ]);
  });

  test('sorts by severity: broken lines, then what is furthest off or most repeated', () => {
    // −lg 10⁻⁵ / 6 = .83; (1 − 1/6) · .83 = .692; 1 − 1/3 = .667; −lg 10⁻³ / 6 = .5, as much as a
    // refusal; (1 − 1/2) · .91 = .455
    expect(linesOf({ sort: { by: 'severity', descending: true } })).toEqual([
      17, 120, 250, 66, 31, 12, 31, 145, 70,
    ]);
  });

  test('filters by kind', () => {
    expect(linesOf({ filter: { kinds: ['off-distribution'] } })).toEqual([66, 145]);
    expect(linesOf({ filter: { kinds: [] } })).toEqual([]);
  });

  test('finds any line of a cluster, and words of the reason in any case', () => {
    expect(linesOf({ filter: { kinds: FLAG_KINDS, text: ' 160 ' } })).toEqual([31]);
    expect(linesOf({ filter: { kinds: FLAG_KINDS, text: 'CYRILLIC' } })).toEqual([145]);
  });

  test('gives one page and the total', () => {
    const page = queryFlags(entries, { ...everything, offset: 7, limit: 5 }, wording);
    expect([page.total, page.entries.length]).toEqual([9, 2]);
  });

  test('says of how many lines the entries are that pass, each line once', () => {
    const lines = (kinds: readonly FlagKind[]) =>
      queryFlags(entries, { ...everything, filter: { kinds } }, wording).lines;
    expect(lines(['exact-duplicate'])).toBe(3);
    expect(lines(['near-duplicate', 'quality'])).toBe(8);
    expect(lines(FLAG_KINDS)).toBe(new Set(entries.flatMap((entry) => entry.lines)).size);
    expect(lines([])).toBe(0);
  });

  test('leaves the entries as they are', () => {
    expect(entries.map(({ line }) => line)).toEqual([12, 31, 70, 66, 145, 31, 17, 120, 250]);
  });
});

describe('queryFlagsInTurns', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    ...entries[at % entries.length]!,
    line: at + 1,
    lines: [at + 1],
  }));
  const query = { ...everything, filter: { kinds: FLAG_KINDS, text: 'cyrillic' } };

  test('gives the same as at once, with turns for others in between', async () => {
    const atOnce = queryFlags([...many], query, wording);
    let turns = 0;
    const inTurns = await queryFlagsInTurns([...many], query, wording, () => {
      turns++;
      return Promise.resolve();
    });
    expect(inTurns).toEqual(atOnce);
    expect(atOnce.total).toBeGreaterThan(0);
    expect(turns).toBeGreaterThan(1);
  });

  test('looks no flag through again for a further page of the same filter', async () => {
    const list = [...many];
    queryFlags(list, query, wording);
    const next = { ...query, offset: 100 };
    const noTurn = () => Promise.reject(new Error('no turn was expected'));
    const page = await queryFlagsInTurns(list, next, wording, noTurn);
    const sequel = queryFlags([...list], { ...query, limit: 200 }, wording).entries.slice(100);
    expect(page.entries).toEqual(sequel);
    const other = { ...query, filter: { kinds: FLAG_KINDS, text: 'no such words' } };
    expect(queryFlags(list, other, wording).total).toBe(0);
  });
});

test('countFlags counts every kind, also those that are not there', () => {
  const none = { entries: 0, lines: 0 };
  expect(countFlags([])).toEqual(Object.fromEntries(FLAG_KINDS.map((kind) => [kind, none])));
});

test('countFlags counts a line of two flags of a kind once', () => {
  const [cluster] = entries;
  const other = { ...cluster!, lines: [cluster!.lines[0]!, 999] };
  expect(countFlags([cluster!, other])['exact-duplicate']).toEqual({ entries: 2, lines: 4 });
});

describe('toFlagRow', () => {
  const reasons = entries.map((entry) => toFlagRow(entry, '', wording).reason);

  test('gives the reason in words, from the evidence', () => {
    expect(reasons).toEqual([
      'Equal to 2 other rows; line 12 would stay: the first',
      'Almost equal to 5 other rows: Jaccard similarity 0.83 or more; line 160 would stay: the longest',
      'Almost equal to 1 other row: Jaccard similarity 0.91; same instruction, different responses; line 70 would stay: the first',
      'Far from all different rows: mean cosine distance 0.91 (usual: 0.42), nearest: line 12',
      'Written in Cyrillic script, as are 0.3% of the rows; Response of 1,904 tokens (usual: 96)',
      'Refusal: “I’m sorry, but I can’t help with that.”',
      'Broken JSON: Expected "," or "}", found "x".',
      'Not a JSON object: Expected a JSON object, found an array.',
      'No text to measure: Expected messages with text, found none.',
    ]);
  });

  test('ends each of several reasons in Japanese as Japanese sentences end', () => {
    const japanese = createWording((text) => TRANSLATIONS[text] ?? text, 'ja');
    expect(toFlagRow(entries[0]!, '', japanese).reason).toBe(
      'ほかの 2 行と同一。残すなら最初の 12 行目',
    );
  });

  test('says of a contained row where it stands, and of rows near in meaning how near they are', () => {
    const { nearDuplicates } = sampleReport;
    const report: Report = {
      ...sampleReport,
      nearDuplicates: {
        ...nearDuplicates,
        exactClusters: [],
        fuzzyClusters: [],
        contained: {
          ...nearDuplicates.contained,
          rows: [{ line: 99, inLine: 14, containment: 0.96 }],
        },
        semantic: {
          ...nearDuplicates.semantic,
          clusters: [
            {
              lines: [180, 222],
              kept: { line: 222, because: 'longest' },
              similarity: 0.9625,
              meanSimilarity: 0.9625,
              pairs: [{ lines: [180, 222], similarity: 0.9625 }],
            },
          ],
        },
      },
    };
    const rows = flagEntries(report).map((entry) => toFlagRow(entry, '', wording));
    expect(
      rows.slice(0, 2).map(({ kind, line, lines, reason }) => [kind, line, lines, reason]),
    ).toEqual([
      ['contained', 99, [99], '96% of it stands in line 14, which is at least twice as long'],
      [
        'semantic-duplicate',
        180,
        [180, 222],
        'Near in meaning to 1 other row: cosine similarity 0.96; line 222 would stay: the longest',
      ],
    ]);
  });

  test('says of a template its frame and what fills it, and of preference pairs what is wrong', () => {
    const { nearDuplicates } = sampleReport;
    const family = {
      frame: 'I want to return my ___.',
      lines: [3, 5, 9, 11, 12, 14],
      slotValueCount: 5,
      slotValues: [
        { value: 'jacket', rows: 2 },
        { value: 'lamp', rows: 1 },
      ],
    };
    const report: Report = {
      ...sampleReport,
      nearDuplicates: {
        ...nearDuplicates,
        exactClusters: [],
        fuzzyClusters: [],
        templates: { ...nearDuplicates.templates, families: [family] },
        preferencePairs: {
          pairs: 9,
          alike: [{ line: 7, similarity: 0.8 }],
          contradictions: [
            { line: 20, rejectedInLine: 4, sameInstruction: true },
            { line: 21, rejectedInLine: 4, sameInstruction: false },
          ],
        },
      },
    };
    const rows = flagEntries(report).map((entry) => toFlagRow(entry, '', wording));
    expect(rows.slice(0, 4).map(({ kind, lines, reason }) => [kind, lines, reason])).toEqual([
      [
        'template',
        family.lines,
        'Same frame: “I want to return my ___.” in 6 rows; most often in the slot: “jacket”, “lamp”',
      ],
      [
        'preference-pair',
        [7],
        'Chosen and rejected answers are almost equal: Jaccard similarity 0.80',
      ],
      [
        'preference-pair',
        [20],
        'The chosen answer is the rejected one in line 4, to the same instruction',
      ],
      [
        'preference-pair',
        [21],
        'The chosen answer is the rejected one in line 4, to another instruction',
      ],
    ]);
  });

  test('sends the first fifty lines of a large cluster, and how many there are', () => {
    const lines = Array.from({ length: 120 }, (_, index) => index + 1);
    const report: Report = {
      ...sampleReport,
      nearDuplicates: {
        ...sampleReport.nearDuplicates,
        exactClusters: [{ lines, kept: { line: 1, because: 'first' } }],
      },
    };
    const row = toFlagRow(flagEntries(report)[0]!, 'a\u0000', wording);
    expect([row.lines.length, row.clusterSize, row.excerpt]).toEqual([50, 120, 'a␀']);
  });
});
