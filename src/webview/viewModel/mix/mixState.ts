import type { MixFrame, MixPoint, MixVerdict } from '../../../engine/mix/mixing.ts';
import type { MeasuredField } from '../../../engine/report.ts';
import type { LineView } from '../../sheetProtocol.ts';

export type MixCurveName = 'all' | 'close';

/** A row of a mixture that is shown. */
export interface SampleRow extends LineView {
  readonly text: string;
}

/** What is known of mixtures so far, and what the person chose to see. */
export interface MixState {
  readonly frame: MixFrame;
  readonly points: Readonly<Record<MixCurveName, readonly MixPoint[]>>;
  /** Known at the end; that of the close rows only where these are known. */
  readonly verdicts?: { readonly all: MixVerdict; readonly close?: MixVerdict };
  readonly field: MeasuredField;
  /** Per cent of generated rows. */
  readonly ratio: number;
  readonly curve: MixCurveName;
  readonly samples: readonly SampleRow[];
}
