import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../src/engine/report.ts';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import { thinPlaces } from '../../../src/engine/thinPlaces.ts';
import { thinPrompt } from '../../../src/engine/thinPrompt.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const settings = { ...defaultSettings, mergeSynonyms: false };

async function reportOf(counts: Readonly<Record<string, number>>) {
  const rows = Object.entries(counts).flatMap(([tag, count]) =>
    Array.from({ length: count }, (_, row) => ({
      instruction: `Tell me fact ${row} about ${tag}, in ${3 + (row % 5)} words.`,
      output: `${tag} has ${row} of them.`,
      tags: [tag],
    })),
  );
  const source = memorySource(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return (await inspectInline(source, { settings })).report;
}

describe('thinPlaces', () => {
  it('names the tags with few rows, and those that only the reference has, with lines', async () => {
    const [report, reference] = await Promise.all([
      reportOf({ cats: 60, rivers: 60, bread: 60, violins: 4 }),
      reportOf({ cats: 10, glaciers: 7 }),
    ]);
    const places = thinPlaces(report, reference);
    expect(places).toContainEqual({
      kind: 'missing-tag',
      names: ['glaciers'],
      rows: 0,
      expected: 7,
      lines: [11, 12, 13, 14, 15],
    });
    expect(places).toContainEqual({
      kind: 'rare-kind',
      names: ['violins'],
      rows: 4,
      expected: 46,
      lines: [181, 182, 183, 184],
    });
    expect(thinPlaces(report).some(({ kind }) => kind === 'missing-tag')).toBe(false);
    for (const { kind, names, rows, expected = Infinity } of places) {
      expect(names).toHaveLength(kind === 'gap' ? 2 : 1);
      expect(rows).toBeLessThan(expected);
    }
  });

  it('names gaps by their emptier side, and topics with less than half of an even share, thinnest first', async () => {
    const { levels, ...report } = await reportOf({ cats: 60 });
    const { whole } = levels.macro;
    if (!isMeasured(whole)) throw new Error('expected a macro level');
    // An even share is 24 rows: 12 are half of it, and not less.
    const topics = [44, 30, 12, 11, 23].map((rows, id) => ({
      id,
      name: `topic ${id}`,
      terms: [],
      rows,
      lines: [id + 1],
    }));
    const gap = { topics: [0, 2], rowsBetween: 1, rowsAtCentres: [20, 8], lines: [1, 3] } as const;
    const macro = {
      ...levels.macro,
      whole: { ...whole, topics, gaps: { between: [gap], usualSimilarity: 0.5 } },
    };
    const places = thinPlaces({ ...report, levels: { ...levels, macro } });
    expect(places.filter(({ kind }) => kind === 'gap' || kind === 'small-topic')).toEqual([
      { kind: 'gap', names: ['topic 0', 'topic 2'], rows: 1, expected: 8, lines: [1, 3] },
      { kind: 'small-topic', names: ['topic 3'], rows: 11, expected: 24, lines: [4] },
    ]);
  });

  it('finds nothing thin where there is one row, or one kind of them', async () => {
    expect(thinPlaces(await reportOf({ cats: 1 }))).toEqual([]);
    const places = thinPlaces(await reportOf({ cats: 40 }));
    expect(places.filter(({ kind }) => kind === 'rare-kind')).toEqual([]);
  });
});

it('the prompt names the place and holds the example rows', () => {
  const place = { kind: 'gap', names: ['cats', 'bread'], rows: 0, lines: [1, 2] } as const;
  const prompt = thinPrompt(place, ['{"a": 1}', '{"b": 2}']);
  expect(prompt).toContain('both: "cats" and "bread"');
  expect(prompt.endsWith('Examples:\n{"a": 1}\n{"b": 2}')).toBe(true);
});
