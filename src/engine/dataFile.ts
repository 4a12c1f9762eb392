import type { ByteSource } from '../data/byteReader.ts';
import type { FieldSelection } from '../data/rowTypes.ts';

/** A data set to be read: its bytes, and the fields that were chosen; the others are found in it. */
export interface DataFile {
  readonly source: ByteSource;
  readonly selection: FieldSelection;
}
