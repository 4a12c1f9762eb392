import { expect, it } from 'vitest';
import { createChoiceForm } from '../../../src/host/select/choiceForm.ts';

it('asks for a tenth of a small file, until the person says how many', () => {
  const form = createChoiceForm({});
  expect([form.fitSize(10_000), form.settings.size]).toEqual([false, 1000]);
  expect([form.fitSize(9_990), form.settings.size, form.fields.size]).toEqual([true, 999, '999']);
  expect([form.fitSize(100), form.settings.size]).toEqual([false, 999]);
  const own = createChoiceForm({});
  own.set('size', '500');
  expect([own.fitSize(100), own.settings.size]).toEqual([false, 500]);
  const few = createChoiceForm({});
  expect([few.fitSize(3), few.settings.size]).toEqual([true, 1]);
});

it('goes by instructions where there are no responses, unless the person chose by what', () => {
  const form = createChoiceForm({});
  expect([form.fitStrategy(), form.settings.strategy]).toEqual([true, 'micro-instruction']);
  expect(form.fitStrategy()).toBe(false);
  const own = createChoiceForm({});
  own.set('strategy', 'random');
  expect([own.fitStrategy(), own.settings.strategy]).toEqual([false, 'random']);
  const chosen = createChoiceForm({ strategy: 'micro-response' });
  expect([chosen.fitStrategy(), chosen.settings.strategy]).toEqual([false, 'micro-response']);
});

it('keeps the last settings while a field is wrong', () => {
  const form = createChoiceForm({});
  expect(form.set('size', '20')).toBe(true);
  expect(form.set('size', '20')).toBe(false);
  expect(form.set('size', 'many')).toBe(true);
  expect([form.isRight, form.faults, form.settings.size]).toEqual([false, { size: 'many' }, 20]);
  form.set('size', '30');
  expect([form.isRight, form.faults, form.settings.size]).toEqual([true, {}, 30]);
});

it('is the same again from what it keeps, in which what was left alone can still be fitted', () => {
  const form = createChoiceForm({});
  form.set('degree', '40');
  const again = createChoiceForm(form.settled());
  expect(again.fields).toEqual(form.fields);
  expect([again.fitSize(100), again.fitStrategy()]).toEqual([true, true]);
  const fitted = createChoiceForm(again.settled());
  expect(fitted.fields).toEqual(again.fields);
  expect([fitted.fitSize(50), fitted.fitStrategy()]).toEqual([false, false]);
});
