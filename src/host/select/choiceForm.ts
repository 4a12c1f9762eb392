import { DEFAULT_SELECT_SETTINGS, type SelectSettings } from '../../engine/select/selection.ts';
import type { Settled } from '../../webview/sheetProtocol.ts';
import {
  EMPTY_FORM,
  filledForm,
  readForm,
  type FormFaults,
  type SelectField,
  type SelectForm,
} from '../../webview/viewModel/select/selectForm.ts';

/** What a choice goes by at first where the rows have no responses. */
const WITHOUT_RESPONSES = 'micro-instruction';
/** Of a small file a tenth is chosen at first. */
const FIRST_SHARE = 0.1;

/**
 * The form of a choice: what stands in its fields, and what that asks for. Fields that the person
 * left alone are fitted to the file.
 */
export interface ChoiceForm {
  readonly fields: SelectForm;
  readonly faults: FormFaults;
  /** Of the last form without faults. */
  readonly settings: SelectSettings;
  /** Otherwise the choice that is shown is not the one that the form asks for. */
  readonly isRight: boolean;
  /** @returns whether the field had another value */
  set(field: SelectField, value: string): boolean;
  /** @param rows of the file @returns whether fewer rows are asked for now */
  fitSize(rows: number): boolean;
  /** For a file without responses. @returns whether the choice goes by another strategy now */
  fitStrategy(): boolean;
  /** What it takes to have the same form again. */
  settled(): Settled;
}

/** @param left a form as `settled` has it; what is unknown in it is passed over */
export function createChoiceForm(left: Settled): ChoiceForm {
  let fields = filledForm(left);
  let faults: FormFaults = {};
  let settings: SelectSettings = { ...DEFAULT_SELECT_SETTINGS, size: Number(EMPTY_FORM.size) };
  let isSizeSet = 'size' in left;
  let isStrategySet = 'strategy' in left;
  const read = () => {
    const found = readForm(fields);
    faults = 'faults' in found ? found.faults : {};
    if ('settings' in found) ({ settings } = found);
  };
  read();
  return {
    get fields() {
      return fields;
    },
    get faults() {
      return faults;
    },
    get settings() {
      return settings;
    },
    get isRight() {
      return Object.keys(faults).length === 0;
    },
    set(field, value) {
      if (fields[field] === value) return false;
      fields = { ...fields, [field]: value };
      if (field === 'size') isSizeSet = true;
      if (field === 'strategy') isStrategySet = true;
      read();
      return true;
    },
    fitSize(rows) {
      if (isSizeSet || settings.size <= FIRST_SHARE * rows) return false;
      isSizeSet = true;
      const size = Math.max(1, Math.round(FIRST_SHARE * rows));
      fields = { ...fields, size: String(size) };
      settings = { ...settings, size };
      return true;
    },
    fitStrategy() {
      if (isStrategySet || settings.strategy !== EMPTY_FORM.strategy) return false;
      isStrategySet = true;
      fields = { ...fields, strategy: WITHOUT_RESPONSES };
      settings = { ...settings, strategy: WITHOUT_RESPONSES };
      return true;
    },
    settled() {
      const { size, strategy, ...others } = fields;
      return { ...others, ...(isSizeSet && { size }), ...(isStrategySet && { strategy }) };
    },
  };
}
