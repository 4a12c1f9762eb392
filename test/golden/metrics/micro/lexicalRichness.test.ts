import { describe, expect, it } from 'vitest';
import { hypergeometricDiversity } from '../../../../src/metrics/micro/hypergeometricDiversity.ts';
import { measureWords } from '../../../../src/metrics/micro/measureWords.ts';
import { movingAverageTypeTokenRatio } from '../../../../src/metrics/micro/movingAverageTypeTokenRatio.ts';
import { textualLexicalDiversity } from '../../../../src/metrics/micro/textualLexicalDiversity.ts';
import { wordColumnsBuilder } from '../../../../src/metrics/text/wordColumns.ts';
import { wordReader } from '../../../../src/metrics/text/wordReader.ts';

// The text and the values of LexicalRichness' README (LSYS/LexicalRichness).
const TEXT = `Measure of textual lexical diversity, computed as the mean length of sequential words in
            \t\ta text that maintains a minimum threshold TTR score.

            \t\tIterates over words until TTR scores falls below a threshold, then increase factor
            \t\tcounter by 1 and start over. McCarthy and Jarvis (2010, pg. 385) recommends a factor
            \t\tthreshold in the range of [0.660, 0.750].
            \t\t(McCarthy 2005, McCarthy and Jarvis 2010)`;

const builder = wordColumnsBuilder();
builder.add(wordReader()(TEXT));
builder.endRow();
const columns = builder.build();
const { values } = columns.words;
const counts = new Uint32Array(columns.wordTypes);
for (const word of values) counts[word]!++;

describe('the README of LexicalRichness', () => {
  it('words, terms and TTR', () => {
    expect([values.length, columns.wordTypes]).toEqual([57, 39]);
    expect(columns.wordTypes / values.length).toBeCloseTo(0.6842105263157895, 12);
  });

  it('MATTR of 25 words, which at a window per segment gives MSTTR', () => {
    expect(movingAverageTypeTokenRatio(values, columns.wordTypes, 25)).toBeCloseTo(
      0.8351515151515151,
      12,
    );
    // MSTTR(25) leaves out what is beyond the last whole segment.
    const segments = [values.subarray(0, 25), values.subarray(25, 50)];
    const ratios = segments.map((segment) =>
      movingAverageTypeTokenRatio(segment, columns.wordTypes, 25)!,
    );
    expect((ratios[0]! + ratios[1]!) / 2).toBeCloseTo(0.88, 12);
  });

  it('MTLD', () => {
    expect(textualLexicalDiversity(values, columns.wordTypes)).toBeCloseTo(46.79226361031519, 12);
  });

  it('HD-D', () => {
    expect(hypergeometricDiversity(counts)).toBeCloseTo(0.7468703323966486, 12);
  });

  it('all of them as the level has them', () => {
    const figures = measureWords(columns)!;
    expect(figures).toMatchObject({ rows: 1, words: 57, types: 39, selfRepetition: 0 });
    expect(figures.mtld).toBeCloseTo(46.79226361031519, 12);
    expect(figures.hdD).toBeCloseTo(0.7468703323966486, 12);
    // Fewer than 100 words.
    expect(figures).not.toHaveProperty('mattr');
  });
});
