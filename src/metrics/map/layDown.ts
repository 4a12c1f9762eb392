/**
 * Turns a layout about its mean, in place, so that it spreads most from left to right: a map is wider than high, and its axes
 * have no meaning of their own. Distances stay as they are. One that spreads alike in all directions stays too.
 * @param layout row-major [rows, 2], finite; O(rows)
 */
export function layDown(layout: Float32Array): void {
  const rows = layout.length / 2;
  const mean = [0, 0];
  layout.forEach((value, i) => (mean[i % 2]! += value / rows));
  const [meanX = 0, meanY = 0] = mean;
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const [x, y] = [layout[2 * row]! - meanX, layout[2 * row + 1]! - meanY];
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  // The first principal axis of the two.
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let row = 0; row < rows; row++) {
    const [x, y] = [layout[2 * row]! - meanX, layout[2 * row + 1]! - meanY];
    layout[2 * row] = cos * x + sin * y;
    layout[2 * row + 1] = cos * y - sin * x;
  }
}
