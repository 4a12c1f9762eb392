import { describe, expect, it } from 'vitest';
import { DEFAULT_SELECT_SETTINGS } from '../../../../../src/engine/select/selection.ts';
import {
  EMPTY_FORM,
  filledForm,
  readForm,
} from '../../../../../src/webview/viewModel/select/selectForm.ts';

const read = (change: Partial<Record<keyof typeof EMPTY_FORM, string>>) =>
  readForm({ ...EMPTY_FORM, ...change });

describe('readForm', () => {
  it('asks for the usual settings where nothing is set', () => {
    expect(read({})).toEqual({ settings: { ...DEFAULT_SELECT_SETTINGS, size: 1000 } });
  });

  it('reads what a person has set', () => {
    const form = {
      size: ' 250 ',
      strategy: 'combined',
      degree: '40',
      seed: '7',
      'weight.macro': '30',
      'weight.length': '-50',
      keep: '1-3, 7',
      drop: '900-',
      quotas: 'tag=a=b:5\n\n source=web:20 ',
      dropNearDuplicates: 'true',
    };
    expect(read(form)).toEqual({
      settings: {
        ...DEFAULT_SELECT_SETTINGS,
        strategy: 'combined',
        size: 250,
        degree: 40,
        seed: 7,
        weights: { ...DEFAULT_SELECT_SETTINGS.weights, macro: 0.3, length: -0.5 },
        keep: [
          { fromLine: 0, toLine: 3 },
          { fromLine: 6, toLine: 7 },
        ],
        drop: [{ fromLine: 899, toLine: Infinity }],
        quotas: [
          { by: 'tag', name: 'a=b', rows: 5 },
          { by: 'field', field: 'source', name: 'web', rows: 20 },
        ],
        dropNearDuplicates: true,
      },
    });
  });

  it.each([
    ['size', '0'],
    ['size', '1e3'],
    ['size', ''],
    ['size', '99999999999999999999'],
    ['seed', '-1'],
    ['keep', '3-1'],
    ['drop', 'all'],
    ['quotas', 'tag:5'],
  ] as const)('says that %s cannot be %j', (field, value) => {
    expect(read({ [field]: value })).toEqual({ faults: { [field]: value } });
  });

  it('keeps shares within their bounds, whatever comes', () => {
    const form = read({ degree: '1000', 'weight.macro': 'x', 'weight.length': '-900' });
    expect(form).toMatchObject({
      settings: { degree: 100, weights: { macro: 0, length: -1 } },
    });
  });
});

describe('filledForm', () => {
  it('is as it was left, and passes over what it does not know', () => {
    const left = { size: '12', strategy: 'combined', reference: 'file:///r.jsonl', x: '1' };
    expect(filledForm(left)).toEqual({ ...EMPTY_FORM, size: '12', strategy: 'combined' });
    expect(filledForm({})).toEqual(EMPTY_FORM);
  });
});
