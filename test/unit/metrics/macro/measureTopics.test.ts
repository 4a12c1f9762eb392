import { expect, test } from 'vitest';
import { measureTopics } from '../../../../src/metrics/macro/measureTopics.ts';
import { clusteredRows, matrixOf } from '../embed/matrixOf.ts';

const rows = clusteredRows(6, 40, 0.45);
const options = { seed: 1, commonRows: 1000 };

test('the figures of a level with six topics', () => {
  const { figures } = measureTopics(matrixOf(rows), options)!;
  expect(figures.rows).toBe(240);
  expect(figures.hill.q0).toBe(6);
  expect(figures.hill.q1).toBeGreaterThan(5.9);
  expect(figures.evenness).toBeGreaterThan(0.99);
  expect(figures.sampleCoverage).toBe(1);
  expect(figures.sampledRows).toBe(figures.distinctRows);
});

test('topic rows and rows without a topic add up to the rows', () => {
  const { figures } = measureTopics(matrixOf([...rows, Array<number>(32).fill(0)]), options)!;
  const inTopics = figures.topics.reduce((sum, topic) => sum + topic.rows, 0);
  expect(inTopics + figures.rowsWithoutTopic).toBe(figures.rows);
  expect(figures.rows).toBe(240);
  expect(figures.topics.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(figures.topics[0]!.exampleRows).toHaveLength(5);
});

test('one row is one topic, and what needs two rows is absent', () => {
  const { figures } = measureTopics(matrixOf([rows[0]!]), options)!;
  expect(figures.hill).toEqual({ q0: 1, q1: 1, q2: 1 });
  expect(figures).not.toHaveProperty('evenness');
  expect(figures).not.toHaveProperty('sampleCoverage');
});

test('where few different rows count as one topic nothing is told of what was not seen', () => {
  const unlike = clusteredRows(5, 1, 0);
  const often = Array.from({ length: 30 }, () => unlike).flat();
  const { figures } = measureTopics(matrixOf(often), options)!;
  expect(figures.atCommonRows).toEqual({ rows: 1000, absence: 'too-few-different-rows' });
  expect(figures).toMatchObject({ hill: { q1: 1 }, curve: [] });
  expect(figures).not.toHaveProperty('sampleCoverage');
  expect(figures).not.toHaveProperty('unseenKinds');
});

test('without a row that has a meaning there is nothing to measure', () => {
  expect(measureTopics(matrixOf([]), options)).toBeUndefined();
  expect(measureTopics(matrixOf([Array<number>(16).fill(0)]), options)).toBeUndefined();
});

test('the same rows give the same figures', () => {
  const measure = () => JSON.stringify(measureTopics(matrixOf(rows), options)!.figures);
  expect(measure()).toBe(measure());
});
