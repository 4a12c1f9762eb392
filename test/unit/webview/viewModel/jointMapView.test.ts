import { expect, test } from 'vitest';
import type { JointMap } from '../../../../src/engine/compare/comparison.ts';
import { englishCompareWords } from '../../../../src/webview/viewModel/compareWords.ts';
import { jointMapView } from '../../../../src/webview/viewModel/jointMapView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';

const wording = createWording((english) => english, 'en');
const map: JointMap = {
  lines: Uint32Array.of(0, 4, 2, 7),
  datasetPoints: 3,
  positions: Float32Array.of(-1, -1, 0, 0, 0.5, 0.5, 1, 1),
  landmarks: 4,
  distinctRows: 4,
  topics: {
    names: Array.from({ length: 10 }, (_, topic) => `topic ${topic}`),
    ofPoint: Int32Array.of(9, 3, 9, -1),
  },
  outside: Uint8Array.of(0, 1, 0, 1),
};
const viewOf = (shown: JointMap) =>
  jointMapView(shown, ['A · a.jsonl', 'B · b.jsonl'], 5, englishCompareWords, wording);

test('points know their line and file, and are parted by file, topic and place', () => {
  const { lines, files, groupings, notes, explained } = viewOf(map);
  expect([...lines]).toEqual([1, 5, 3, 8]);
  expect([...files!]).toEqual([0, 0, 0, 1]);
  const told = groupings.map(({ id, groups, groupOfPoint }) => ({
    id,
    groups: groups.map(({ name, count, isRest }) => [name, count, isRest]),
    of: [...groupOfPoint],
  }));
  expect(told).toEqual([
    {
      id: 'file',
      groups: [
        ['A · a.jsonl', 3, false],
        ['B · b.jsonl', 1, false],
      ],
      of: [0, 0, 0, 1],
    },
    {
      id: 'topic',
      groups: [
        ['topic 9', 2, false],
        ['topic 3', 1, false],
        ['No group', 1, true],
      ],
      of: [0, 1, 0, 2],
    },
    {
      id: 'outside',
      groups: [
        ['Invented', 1, false],
        ['Missing', 1, false],
        ['Near the other file', 2, true],
      ],
      of: [2, 0, 2, 1],
    },
  ]);
  expect(notes).toEqual(['4 of 5 rows are on the map.']);
  expect(explained.map(({ label }) => label)).toEqual(['Map of the rows']);
  const { explained: trusted } = viewOf({ ...map, trustworthiness: 0.9 });
  expect(trusted.map(({ label }) => label)).toEqual([
    'Map of the rows',
    'Trustworthiness of the map',
  ]);
});

test('what is not known of the rows is no choice', () => {
  const { topics, outside, ...rest } = map;
  expect(topics && outside).toBeDefined();
  expect(viewOf(rest).groupings.map(({ id }) => id)).toEqual(['file']);
});
