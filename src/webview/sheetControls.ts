/** A control of a sheet. Values travel as text: what a person chose, typed or pulled. */
export type SheetControl = SheetSlider | SheetChoice | SheetField | SheetSwitch;

interface ControlBase {
  /** Unique in the sheet. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** One sentence on what it does. */
  readonly hint?: string;
}

export interface SheetSlider extends ControlBase {
  readonly kind: 'slider';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What follows the number: ` %`. */
  readonly unit: string;
}

export interface SheetChoice extends ControlBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A line to type in; with `lines` above 1 as many lines. */
export interface SheetField extends ControlBase {
  readonly kind: 'field';
  readonly lines?: number;
  /** What is wrong with the value, in one sentence. */
  readonly fault?: string;
}

/** On or off: `true` or `false`. */
export interface SheetSwitch extends ControlBase {
  readonly kind: 'switch';
}
