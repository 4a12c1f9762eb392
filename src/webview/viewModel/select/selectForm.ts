import { parseLineRanges } from '../../../data/lineRanges.ts';
import { parseQuota } from '../../../engine/select/parseQuota.ts';
import {
  DEFAULT_SELECT_SETTINGS,
  STRATEGIES,
  type SelectSettings,
} from '../../../engine/select/selection.ts';

/** What a person has set, as the controls of the page have it. */
export const EMPTY_FORM = {
  size: '1000',
  strategy: DEFAULT_SELECT_SETTINGS.strategy as string,
  degree: '100',
  seed: '1',
  'weight.macro': '100',
  'weight.meso': '100',
  'weight.micro': '100',
  'weight.reference': '100',
  'weight.length': '0',
  keep: '',
  drop: '',
  quotas: '',
  dropNearDuplicates: 'false',
  dropQuality: 'false',
} as const;

export type SelectField = keyof typeof EMPTY_FORM;
export type SelectForm = Readonly<Record<SelectField, string>>;

export const isSelectField = (id: string): id is SelectField => Object.hasOwn(EMPTY_FORM, id);

/** A form as it was left; what is unknown in it is passed over. */
export const filledForm = (left: Readonly<Record<string, string>>): SelectForm => ({
  ...EMPTY_FORM,
  ...Object.fromEntries(Object.entries(left).filter(([id]) => isSelectField(id))),
});

/** Fields whose value cannot be used; of quotas the line that cannot. */
export type FormFaults = Partial<Readonly<Record<SelectField, string>>>;

/** What a form asks for, or what is wrong with it. */
export function readForm(
  form: SelectForm,
): { readonly settings: SelectSettings } | { readonly faults: FormFaults } {
  const faults: Partial<Record<SelectField, string>> = {};
  const whole = (field: 'size' | 'seed', least: number) => {
    const text = form[field].trim();
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) faults[field] = text;
    return value;
  };
  const lines = (field: 'keep' | 'drop') => {
    const text = form[field].trim();
    const ranges = text === '' ? [] : parseLineRanges(text);
    if (!ranges) faults[field] = text;
    return ranges ?? [];
  };
  const quotas = form.quotas
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const quota = parseQuota(line);
      if (!quota) faults.quotas ??= line.trim();
      return quota ?? [];
    });
  const percent = (field: SelectField, least: number) =>
    Math.min(100, Math.max(least, Number(form[field]) || 0));
  const weight = (name: 'macro' | 'meso' | 'micro' | 'reference') =>
    percent(`weight.${name}`, 0) / 100;
  const settings: SelectSettings = {
    strategy: STRATEGIES.find((name) => name === form.strategy) ?? DEFAULT_SELECT_SETTINGS.strategy,
    size: whole('size', 1),
    degree: percent('degree', 0),
    seed: whole('seed', 0),
    keep: lines('keep'),
    drop: lines('drop'),
    dropNearDuplicates: form.dropNearDuplicates === 'true',
    dropQuality: form.dropQuality === 'true',
    quotas,
    weights: {
      macro: weight('macro'),
      meso: weight('meso'),
      micro: weight('micro'),
      reference: weight('reference'),
      length: percent('weight.length', -100) / 100,
    },
  };
  return Object.keys(faults).length > 0 ? { faults } : { settings };
}
