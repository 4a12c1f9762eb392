import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countTypes } from '../../../../src/metrics/micro/countTypes.ts';
import { distinctNgramShares } from '../../../../src/metrics/micro/distinctNgrams.ts';
import { shannonEntropyBits } from '../../../../src/metrics/stats/shannonEntropyBits.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

// The values were computed with Python for this project, independently of this code: white-space tokens are
// `text.split()`, word tokens `re.findall('[a-z0-9]+', text.lower())`; n-grams are counted row by row.
const sharedData = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const whiteSpaceTokens = (text: string) => text.split(/\s+/).filter((token) => token !== '');
const wordTokens = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function columnOf(file: string, field: string, tokenize: (text: string) => string[]) {
  const ids = new Map<string, number>();
  const column = tokenColumnBuilder();
  for (const line of readFileSync(`${sharedData}/${file}.jsonl`, 'utf8').trimEnd().split('\n')) {
    const row = JSON.parse(line) as Record<string, string>;
    for (const token of tokenize(row[field]!)) {
      if (!ids.has(token)) ids.set(token, ids.size);
      column.push(ids.get(token)!);
    }
    column.endRow();
  }
  return column.build();
}

describe.skipIf(!existsSync(sharedData))('known data (needs ../shared/data)', () => {
  it.each([
    { file: 'gsm8k-train', field: 'question', distinct: [0.07112, 0.42869, 0.76346] },
    { file: 'gsm8k-train', field: 'answer', distinct: [0.10186, 0.44238, 0.75553] },
    { file: 'self-instruct-seeds', field: 'instruction', distinct: [0.40212, 0.78165, 0.94682] },
  ])('$file, $field: distinct-1, -2, -3 of white-space tokens', ({ file, field, distinct }) => {
    const column = columnOf(file, field, whiteSpaceTokens);
    distinctNgramShares([column], distinct.length).forEach(({ together }, at) => {
      expect(Math.abs(together! - distinct[at]!)).toBeLessThanOrEqual(5e-6);
    });
  });

  it.each([
    { field: 'question', tokens: 342_680, types: 11_949, entropyBits: 9.4513 },
    { field: 'answer', tokens: 449_016, types: 10_536, entropyBits: 9.0159 },
  ])('gsm8k-train, $field: tokens, types and entropy of words', (expected) => {
    const column = columnOf('gsm8k-train', expected.field, wordTokens);
    const { sample, rowOfSample } = countTypes([column]).together;
    expect(column.values).toHaveLength(expected.tokens);
    expect(sample.occurrences).toHaveLength(expected.types);
    expect(rowOfSample).toHaveLength(7473);
    expect(
      Math.abs(shannonEntropyBits(sample.occurrences)! - expected.entropyBits),
    ).toBeLessThanOrEqual(5e-5);
  });
});
