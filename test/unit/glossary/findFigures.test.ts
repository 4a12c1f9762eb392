import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/glossary/findFigures.ts';
import { FIGURE_IDS, figures } from '../../../src/glossary/figures.ts';

const english = (text: string) => text;
const find = (asked: string) => findFigures(asked, english);

describe('findFigures', () => {
  it('finds every figure by its name and by its label, in any case and punctuation', () => {
    for (const id of FIGURE_IDS) {
      expect(find(id)).toEqual([id]);
      expect(find(figures[id].label.toUpperCase())).toEqual([id]);
    }
    expect(find('vendi-score')).toEqual(['vendiScore']);
    expect(find('N gram diversity')).toEqual(['ngramDiversity']);
  });

  it('finds a figure by the path that it has in the report, by the end of it, and by what it is part of', () => {
    expect(find('levels.macro.instruction.hill.q1')).toEqual(['effectiveNumber']);
    expect(find('levels.micro.response.words.mtld')).toEqual(['mtld']);
    expect(find('entropyBits')).toEqual(['entropy']);
    expect(find('levels.meso.whole.hill')).toEqual(['effectiveNumber', 'richness', 'dominance']);
    expect(find('levels.micro.response.distinct.2')).toEqual(['distinct']);
  });

  it('finds the label in the language of the person', () => {
    expect(findFigures('均等度', (text) => (text === 'Evenness' ? '均等度' : text))).toEqual([
      'evenness',
    ]);
  });

  it('offers all that have the words where none is called so, and nothing where none has', () => {
    expect(find('similarity')).toEqual(['jaccardSimilarity', 'cosineSimilarity']);
    for (const nothing of ['', '  ', '…', 'constructor', 'levels', 'toString', '\ud800']) {
      expect(find(nothing)).toEqual([]);
    }
  });
});
