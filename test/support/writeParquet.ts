import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';

/** A Parquet file of some columns, as another program writes it. */
export function writeParquet(
  columnData: ColumnSource[],
  options: Omit<Parameters<typeof parquetWriteBuffer>[0], 'columnData'> = {},
): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData, ...options }));
}
