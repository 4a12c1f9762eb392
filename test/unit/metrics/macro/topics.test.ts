import { expect, test, vi } from 'vitest';
import { rowsForNaming } from '../../../../src/metrics/macro/rowsForNaming.ts';
import { findTopics } from '../../../../src/metrics/macro/topics.ts';
import { clusteredRows, matrixOf, shuffled } from '../embed/matrixOf.ts';

const rows = clusteredRows(8, 40, 0.45);
const clusterOf = (row: number) => Math.floor(row / 40);

test('well separated groups of rows are the topics', () => {
  const topics = findTopics(matrixOf(rows));
  expect(topics.centres.rows).toBe(8);
  for (let cluster = 0; cluster < 8; cluster++) {
    const found = new Set(topics.topicOfRow.subarray(cluster * 40, (cluster + 1) * 40));
    found.delete(-1);
    expect(found.size).toBe(1);
  }
});

test('topics are numbered by size and counted right', () => {
  const uneven = rows.filter((_, row) => row % 40 < 10 + 4 * clusterOf(row));
  const { rowsOfTopic, topicOfRow } = findTopics(matrixOf(uneven));
  expect([...rowsOfTopic]).toEqual([...rowsOfTopic].sort((a, b) => b - a));
  rowsOfTopic.forEach((count, topic) => {
    expect(topicOfRow.filter((found) => found === topic)).toHaveLength(count);
  });
});

test('the order of rows has no part in it', () => {
  const order = shuffled(rows.length, 3);
  const straight = findTopics(matrixOf(rows)).topicOfRow;
  const moved = findTopics(matrixOf(order.map((row) => rows[row]!))).topicOfRow;
  const partner = new Map<number, number>();
  order.forEach((row, place) => {
    const expected = partner.get(straight[row]!) ?? moved[place]!;
    partner.set(straight[row]!, expected);
    expect(moved[place]).toBe(expected);
  });
});

test('copies make a topic larger and change nothing else', () => {
  const once = findTopics(matrixOf(rows));
  const copied = findTopics(matrixOf([...rows, ...Array<number[]>(500).fill(rows[0]!)]));
  expect(copied.centres.rows).toBe(once.centres.rows);
  expect(copied.rowsOfTopic[0]).toBeGreaterThanOrEqual(500);
});

test('rows unlike all others have no topic, but only a few per cent of any file', () => {
  const strangers = clusteredRows(3, 1, 0, 99);
  const { topicOfRow } = findTopics(matrixOf([...rows, ...strangers]));
  expect([...topicOfRow.slice(-3)]).toEqual([-1, -1, -1]);
  expect(topicOfRow.filter((topic) => topic === -1).length).toBeLessThan(0.08 * rows.length);
});

test('rows that are all much alike are one topic', () => {
  const { centres } = findTopics(matrixOf(clusteredRows(1, 300, 0.3)));
  expect(centres.rows).toBe(1);
});

test('a few rows are one topic, all of them', () => {
  for (const count of [1, 2, 5]) {
    const { topicOfRow } = findTopics(matrixOf(clusteredRows(1, count, 1)));
    expect([...topicOfRow]).toEqual(Array(count).fill(0));
  }
});

test('rows without a meaning have no topic; without others there are none', () => {
  const { topicOfRow } = findTopics(matrixOf([Array<number>(32).fill(0), ...rows]));
  expect(topicOfRow[0]).toBe(-1);
  const none = findTopics(matrixOf([Array<number>(16).fill(0)]));
  expect([...none.topicOfRow]).toEqual([-1]);
  expect(none.rowsOfTopic).toHaveLength(0);
  expect(findTopics(matrixOf([])).distinctRows).toBe(0);
});

test('a checkpoint that throws stops the search', () => {
  const checkpoint = vi.fn(() => {
    throw new Error('stopped');
  });
  expect(() => findTopics(matrixOf(rows), checkpoint)).toThrow('stopped');
});

test('the rows for naming are the nearest to the centre, without copies', () => {
  const topics = findTopics(matrixOf([...rows, rows[0]!, rows[0]!]));
  const nearest = rowsForNaming(topics, 5);
  expect(nearest).toHaveLength(8);
  nearest.forEach((chosen, topic) => {
    const similarities = chosen.map((row) => topics.similarityOfRow[row]!);
    expect(chosen).toHaveLength(5);
    expect(chosen.every((row) => topics.topicOfRow[row] === topic)).toBe(true);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(new Set(similarities).size).toBe(5);
  });
});
