import { expect, test } from 'vitest';
import { densestPlaces } from '../../../../src/webview/client/densestPlaces.ts';

const group = { name: '', count: 0, shareText: '', isRest: false };

/** Points around some places, each with so many of them. */
function around(...places: (readonly [x: number, y: number, points: number])[]): number[] {
  return places.flatMap(([x, y, points]) =>
    Array.from({ length: points }, (_, at) => [
      x + 0.01 * Math.cos(at),
      y + 0.01 * Math.sin(at),
    ]).flat(),
  );
}

test('a group in two parts has its place in the larger one, not between them', () => {
  const positions = Float32Array.from(around([-1, -1, 30], [1, 1, 20]));
  const groupOfPoint = new Uint8Array(50);
  const [place] = densestPlaces(positions, { groups: [group], groupOfPoint });
  expect(place!.x).toBeCloseTo(-1, 1);
  expect(place!.y).toBeCloseTo(-1, 1);
});

test('a group without points has no place; points at one spot have theirs', () => {
  const places = densestPlaces(Float32Array.from([0.5, 0.5, 0.5, 0.5]), {
    groups: [group, group],
    groupOfPoint: new Uint8Array([1, 1]),
  });
  expect(places).toEqual([undefined, { x: 0.5, y: 0.5 }]);
});
