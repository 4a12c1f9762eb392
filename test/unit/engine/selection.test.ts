import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RowMap } from '../../../src/engine/rowMap.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const EXAMPLE = readFileSync('examples/support-reference.jsonl', 'utf8').split('\n').slice(0, 100);

/** The same rows stand on other lines in a file of their own. */
const withoutLines = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'lines' ? undefined : part)));

describe('an inspection of some lines', () => {
  it('has the levels of a file that holds these lines only', async () => {
    const lines = [
      { fromLine: 5, toLine: 40 },
      { fromLine: 60, toLine: 61 },
    ];
    const chosen = lines.flatMap(({ fromLine, toLine }) => EXAMPLE.slice(fromLine, toLine));
    const part = await inspectInline(memorySource(EXAMPLE.join('\n')), { lines });
    const alone = await inspectInline(memorySource(chosen.join('\n')));
    expect(part.report.file).toMatchObject({ rows: 36, selectedLines: 36, lines: EXAMPLE.length });
    expect(withoutLines(part.report.levels.micro)).toEqual(withoutLines(alone.report.levels.micro));
    const { macro, meso } = part.report.levels;
    expect(macro.whole).toMatchObject({ rows: 36 });
    expect(meso.instruction).toMatchObject({ rows: 36 });
    expect([...part.rows.rowLines].slice(-2)).toEqual([39, 60]);
  });

  it('says so where no chosen line is in the file', async () => {
    const lines = [{ fromLine: 10, toLine: Infinity }];
    await expect(inspectInline(memorySource('{"text":"a"}'), { lines })).rejects.toMatchObject({
      code: 'no-usable-row',
    });
  });
});

describe('the columns of the rows', () => {
  it('tell line, shape, tags and topic of every row', async () => {
    const text = (tags: string[]) => JSON.stringify({ instruction: 'a b', output: 'c d', tags });
    const source = memorySource(['', text(['x', 'y']), text([]), text(['y'])].join('\n'));
    const { rows } = await inspectInline(source);
    expect([...rows.rowLines]).toEqual([1, 2, 3]);
    expect([...rows.shapeOfRow].map((shape) => rows.shapes[shape])).toEqual(
      Array.from({ length: 3 }, () => 'alpaca'),
    );
    expect(rows.tags.names).toEqual(['x', 'y']);
    expect([...rows.tags.ofRow.values]).toEqual([0, 1, 1]);
    expect([...rows.tags.ofRow.offsets]).toEqual([0, 2, 2, 3]);
    expect(rows.topicOfRow).toHaveLength(3);
    expect(rows.languageOfRow).toHaveLength(3);
  });

  it('tell the language of every row, in the order of the report', async () => {
    const texts = [
      'Wie komme ich am schnellsten zum Bahnhof, wenn es regnet?',
      'How do I get to the station when it rains?',
      '雨の日に駅へ行くにはどうすればよいですか。',
      'Which bus goes to the airport early in the morning?',
    ];
    const source = memorySource(texts.map((text) => JSON.stringify({ text })).join('\n'));
    const { rows, report } = await inspectInline(source);
    expect(rows.languages).toEqual(report.languages.map(({ language }) => language));
    expect([...rows.languageOfRow].map((place) => rows.languages[place])).toEqual([
      'de',
      'en',
      'ja',
      'en',
    ]);
  });
});

describe('the map of the rows', () => {
  it('comes after the report, with a place for every row that has a text', async () => {
    const events: string[] = [];
    let map: RowMap | undefined;
    const source = memorySource(EXAMPLE.join('\n'));
    await inspectInline(
      source,
      { withMap: true },
      {
        onInspection: () => events.push('report'),
        onMap: (made) => {
          events.push('map');
          map = made;
        },
      },
    );
    expect(events).toEqual(['report', 'map']);
    expect(map?.rows).toHaveLength(EXAMPLE.length);
    expect(map?.positions).toHaveLength(2 * EXAMPLE.length);
    expect(map?.trustworthiness).toBeGreaterThan(0.8);
  });

  it('is not made where nobody asks for it', async () => {
    let made = false;
    const source = memorySource(EXAMPLE.slice(0, 5).join('\n'));
    await inspectInline(source, {}, { onMap: () => (made = true) });
    expect(made).toBe(false);
  });
});
