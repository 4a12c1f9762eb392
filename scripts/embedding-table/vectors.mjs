/** Minus the mean of all rows; changes `values`. The mean tells the kind of text, not its meaning. */
export function centre({ values, columns }) {
  const rows = values.length / columns;
  const mean = new Float64Array(columns);
  for (let i = 0; i < values.length; i++) mean[i % columns] += values[i] / rows;
  for (let i = 0; i < values.length; i++) values[i] -= mean[i % columns];
  return { values, columns };
}

/** Coordinates of the rows on the axes, row-major [rows, axes]. */
export function project({ values, columns }, axes) {
  const rows = values.length / columns;
  const projected = new Float32Array(rows * axes.length);
  for (let r = 0; r < rows; r++) {
    const row = values.subarray(r * columns, (r + 1) * columns);
    axes.forEach((axis, a) => {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += axis[c] * row[c];
      projected[r * axes.length + a] = sum;
    });
  }
  return projected;
}
