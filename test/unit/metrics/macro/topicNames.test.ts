import { expect, test } from 'vitest';
import {
  countTopic,
  createTermCounter,
  termCounts,
} from '../../../../src/metrics/macro/termCounter.ts';
import { addTermCounts } from '../../../../src/metrics/macro/termCounts.ts';
import { nameTopics } from '../../../../src/metrics/macro/topicNames.ts';
import { termsByTopic } from '../../../support/termsByTopic.ts';

function count(...topics: string[][]) {
  const counter = createTermCounter();
  for (const texts of topics) countTopic(counter, texts);
  return termCounts(counter);
}

const names = (...topics: string[][]) => nameTopics(count(...topics));
const topicTerms = (text: string) => count([text]).terms;

test('terms are words in lower case, without numbers, stop words and single letters', () => {
  expect([...topicTerms('The Refund of 42 EUR, don’t e-mail me a T-shirt!')]).toEqual([
    'refund',
    'eur',
    'e-mail',
    't-shirt',
  ]);
});

test('Japanese and Chinese text is split into words, beside Latin ones', () => {
  expect(topicTerms('自転車のbatteryを交換してください')).toEqual(['自転車', 'battery', '交換']);
  expect([...topicTerms('如何取消我的订单')]).toContain('取消');
});

test('a row of megabytes is read only as far as it tells its subject', () => {
  expect(topicTerms(`first ${'x '.repeat(5_000_000)} last`)).toEqual(['first']);
});

test('a term counts once per text', () => {
  expect(termsByTopic(count(['dog dog dog', 'dog cat'], ['dog']))).toEqual([
    [
      ['dog', 2],
      ['cat', 1],
    ],
    [['dog', 1]],
  ]);
});

test('more words than a table begins with are told apart', () => {
  const words = Array.from({ length: 20_000 }, (_, number) => `w${number}`);
  const texts = Array.from({ length: 40 }, (_, text) =>
    words.slice(text * 500, text * 500 + 500).join(' '),
  );
  expect(count(texts, texts.toReversed()).terms).toEqual(words);
});

test('counts of two files are added topic by topic', () => {
  const sum = addTermCounts(count(['dog cat'], ['bird']), count(['fish cat'], ['cat']));
  expect(termsByTopic(sum)).toEqual([
    [
      ['dog', 1],
      ['cat', 2],
      ['fish', 1],
    ],
    [
      ['bird', 1],
      ['cat', 1],
    ],
  ]);
});

// By hand: 12 terms in 3 topics, A = 4. The first topic's weights: bike 2 · ln(1 + 4/5), brake and chain 2 · ln(1 + 4/2).
test('what all topics share names none of them', () => {
  const [first] = names(
    ['bike brake chain', 'bike brake chain'],
    ['bike refund', 'bike refund'],
    ['bike delivery'],
  );
  expect(first).toEqual({ name: 'brake · chain · bike', terms: ['brake', 'chain', 'bike'] });
});

test('forms of a term already taken are passed over', () => {
  expect(names(['costs cost costing refund refunds'])[0]!.terms).toEqual(['cost', 'refund']);
  expect(names(['自転車']).map(({ name }) => name)).toEqual(['自転車']);
});

test('of equally distinctive terms those of the first row come first, in the order of its text', () => {
  const [first] = names(['wireless headphones pair', 'api airpods air', 'battery']);
  expect(first!.terms).toEqual(['wireless', 'headphones', 'pair', 'api', 'airpods']);
});

test('terms of one row only come after those of several', () => {
  const [first] = names(['common rare', 'common'], ['common', 'common', 'common']);
  expect(first!.terms).toEqual(['common', 'rare']);
});

test('topics with the same three best terms get longer names', () => {
  const [first, second] = names(['ant bee cow dog'], ['ant bee cow elk']);
  expect(first!.name).not.toBe(second!.name);
});

test('a topic without words has a dash for a name', () => {
  expect(names(['12 34', '!'])).toEqual([{ name: '—', terms: [] }]);
  expect(names()).toEqual([]);
});
