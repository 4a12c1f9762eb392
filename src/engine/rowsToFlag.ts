import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { RowLengths } from './rowLengths.ts';

/** What is known of the rows of a file when flags are looked for. */
export interface RowsToFlag {
  readonly reading: Pick<Reading, 'rowLines' | 'scripts'>;
  readonly features: Features;
  readonly lengths: RowLengths;
}
