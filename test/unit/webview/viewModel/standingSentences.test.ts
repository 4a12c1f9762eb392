import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FigureId } from '../../../../src/glossary/figures.ts';
import { standingSentences } from '../../../../src/webview/viewModel/standingSentences.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withYardsticks } from '../withYardsticks.ts';

const wording = createWording((english) => english, 'en');
const { macro, meso, micro } = measuredLevels;
const explanation = (id: FigureId) => {
  const { label, ...parts } = wording.figures[id];
  return { label, explanation: parts };
};
const texts = (...level: Parameters<typeof standingSentences>) =>
  standingSentences(...level).map(({ text }) => text);

describe('how a level stands', () => {
  test('says what the largest kinds take, and what twice the rows would bring, in figures', () => {
    const said = texts('meso', meso, wording);
    expect(said[0]).toBe('Half of all occurrences are taken by the 3 largest of 214 kinds.');
    expect(said[1]).toBe(
      'Twice as many rows of this source would bring the headline from 96 to 136. ' +
        'The source has at least 2 kinds that were not seen.',
    );
  });

  test('says of a sample what twice the rows that were read would bring: the file has more than these', () => {
    const last = meso.curve.at(-1)!;
    expect(texts('meso', meso, wording, true)[1]).toBe(
      `On ${last.rows} rows, twice as many as were read for it, the headline would be 136. ` +
        'The source has at least 2 kinds that were not seen.',
    );
  });

  test('says what one large kind takes, and nothing of a single kind', () => {
    const largest = { kinds: 1, share: 0.6 };
    expect(texts('meso', { ...meso, largest }, wording)[0]).toBe(
      'Half of all occurrences or more are taken by the largest of 214 kinds.',
    );
    const hill = { q0: 1, q1: 1, q2: 1 };
    const alone = texts('meso', { ...meso, hill, largest: { kinds: 1, share: 1 } }, wording);
    expect(alone.join(' ')).not.toContain('Half');
  });

  test('says nothing of what is to come where it is not known', () => {
    const { unseenKinds, ...known } = meso;
    expect(unseenKinds).toBe(2.4);
    expect(texts('meso', known, wording).join(' ')).not.toContain('not seen');
    expect(texts('meso', { ...meso, unseenKinds: 0.4 }, wording).join(' ')).not.toContain(
      'not seen',
    );
    const flat = [...meso.curve.slice(0, -1), { ...meso.curve.at(-1)!, q1: meso.hill.q1 + 0.01 }];
    expect(texts('meso', { ...meso, curve: flat }, wording)[1]).toMatch(
      /^Twice as many rows of this source would leave the headline at 96\./,
    );
    const curve = meso.curve.filter(({ extrapolated }) => !extrapolated);
    expect(texts('meso', { ...meso, curve }, wording).join(' ')).not.toContain('Twice');
  });

  test('points to where a few more rows would add most, with lines to look at', () => {
    expect(standingSentences('macro', macro, wording).at(-2)).toEqual({
      text:
        'The smallest topics, where a few more rows would add most: ' +
        'store · opening hours (5), discount · code · not working (7), account · delete · privacy (9).',
      lines: [12, 11, 10],
    });
    expect(standingSentences('meso', meso, wording).at(-1)).toEqual({
      text: 'Kinds in one row only: 4; in two: 3. A few more rows of their like would add most.',
      lines: [17],
      explained: explanation('rareKinds'),
    });
  });

  test('names the gaps between topics by their rule, with a line of either side', () => {
    expect(standingSentences('macro', macro, wording).at(-1)).toEqual({
      text:
        'Hardly anything lies between these neighbouring topics (rows near the midpoint; near either centre): ' +
        'password · reset · login ↔ gift card · balance (0; 20 and 9), invoice · vat · billing address ↔ gift card · balance (1; 14 and 12).',
      lines: [77, 9, 4],
      explained: explanation('topicGaps'),
    });
    const gaps = { usualSimilarity: 0.6, between: [] };
    expect(texts('macro', { ...macro, gaps }, wording).join(' ')).not.toContain(
      'Hardly anything lies',
    );
  });

  test('names rare words of the mid-band, each with its rows and a line', () => {
    expect(standingSentences('micro', micro, wording).at(-1)).toEqual({
      text: 'Words of the mid-band that fewest rows have: warranty (2), courier (2).',
      lines: [14],
      explained: explanation('midBand'),
    });
    expect(texts('micro', { ...micro, rareMidBand: [] }, wording).join(' ')).not.toContain(
      'mid-band',
    );
  });

  test('has with each figure that it tells what the glossary says of it', () => {
    const labels = (...level: Parameters<typeof standingSentences>) =>
      standingSentences(...level).map(({ explained }) => explained?.label);
    const { largest, unseenKinds, growth, rareKinds } = wording.figures;
    expect(labels('meso', meso, wording)).toEqual(
      [largest, unseenKinds, rareKinds].map(({ label }) => label),
    );
    const { unseenKinds: unseen, ...known } = meso;
    expect(unseen).toBeDefined();
    expect(labels('meso', known, wording)[1]).toBe(growth.label);
  });

  test('points nowhere where no kind is rare', () => {
    const rareKinds = { inOneRow: 0, inTwoRows: 0 };
    for (const [id, level] of [
      ['meso', { ...meso, rareKinds, rare: [] }],
      ['micro', { ...micro, rareKinds }],
      ['macro', { ...macro, topics: macro.topics.slice(0, 3) }],
    ] as const) {
      expect(texts(id, level, wording).join(' ')).not.toContain('would add most');
    }
  });

  test('makes invisible characters of a topic visible', () => {
    const topics = macro.topics.map((topic) => ({ ...topic, name: 'a\u202Eb' }));
    expect(texts('macro', { ...macro, topics }, wording).at(-2)).toContain('a⟨U+202E⟩b (5)');
  });

  test('fills every place in Japanese too', () => {
    const bundle = new URL('../../../../l10n/bundle.l10n.ja.json', import.meta.url);
    const words = JSON.parse(readFileSync(bundle, 'utf8')) as Record<string, string>;
    const japanese = createWording((english) => words[english] ?? english, 'ja');
    for (const [id, level] of [
      ['macro', withYardsticks(macro)],
      ['meso', meso],
      ['micro', withYardsticks(micro)],
    ] as const) {
      const said = texts(id, level, japanese);
      expect(said).toHaveLength(texts(id, level, wording).length);
      expect(said.filter((text) => /\{\d+\}/.test(text) || !/\p{sc=Hiragana}/u.test(text))).toEqual(
        [],
      );
    }
  });
});
