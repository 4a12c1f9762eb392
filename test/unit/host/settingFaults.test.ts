import { expect, it, vi } from 'vitest';
import { contributes } from '../../../package.json';
import { settingFaults } from '../../../src/host/settingFaults.ts';

vi.mock('vscode', () => ({
  env: { language: 'en' },
  l10n: {
    t: (text: string, ...values: readonly string[]) =>
      text.replace(/\{(\d)\}/gu, (place, at: string) => values[Number(at)] ?? place),
  },
}));

const properties: Readonly<Record<string, { readonly default: unknown }>> =
  contributes.configuration.properties;

/** What is said where a person has written these values. */
function faultsOf(written: Readonly<Record<string, unknown>>): string[] {
  const defaultOf = (name: string) => properties[`strata.${name}`]?.default;
  const get = (name: string) => (name in written ? written[name] : defaultOf(name));
  const inspect = (name: string) => ({ defaultValue: defaultOf(name) });
  return settingFaults({ get, inspect } as never);
}

it('finds nothing wrong with the defaults, and with what each setting takes', () => {
  expect(faultsOf({})).toEqual([]);
  expect(
    faultsOf({
      'nearDuplicates.threshold': 0.1,
      'nearDuplicates.keep': 'highest',
      'nearDuplicates.keepField': 'score',
      'embedding.endpoint': 'http://localhost:11434/v1',
      'embedding.model': 'bge-m3',
      references: { 'generated/*.jsonl': 'real.jsonl' },
      problems: 'all',
      threads: 64,
    }),
  ).toEqual([]);
});

it.each([
  [
    { 'nearDuplicates.threshold': 7 },
    'The setting strata.nearDuplicates.threshold takes a number from 0.1 to 1, not 7: its default, 0.7, was used.',
  ],
  [
    { commonRows: '500' },
    'The setting strata.commonRows takes a whole number from 10 to 1000000, not "500": its default, 1000, was used.',
  ],
  [
    { 'nearDuplicates.scope': 'answer' },
    'The setting strata.nearDuplicates.scope takes whole, instruction or response, not "answer": its default, "whole", was used.',
  ],
  [
    { inspectOnSave: 'no' },
    'The setting strata.inspectOnSave takes true or false, not "no": its default, true, was used.',
  ],
  [
    { threads: 2.5 },
    'The setting strata.threads takes a whole number from 0 to 64, not 2.5: its default, 0, was used.',
  ],
  [
    { 'fields.tags': ['a', 'b'] },
    'The setting strata.fields.tags takes the name of a field, not ["a","b"]: it was not used.',
  ],
  [
    { references: { '*.jsonl': 3 } },
    'The setting strata.references takes an object of file patterns, each with the name of a file, not {"*.jsonl":3}: it was not used.',
  ],
  [
    { 'embedding.endpoint': 'http://localhost:11434/v1' },
    'The setting strata.embedding.endpoint is of use with strata.embedding.model only: it was not used.',
  ],
  [
    { 'nearDuplicates.keep': 'highest', 'nearDuplicates.keepField': ' ' },
    'The setting strata.nearDuplicates.keep: "highest" is of use with strata.nearDuplicates.keepField only: it was not used.',
  ],
])('says of %j what is allowed and what is used instead', (written, fault) => {
  expect(faultsOf(written)).toEqual([fault]);
});

it('cuts a long value', () => {
  const [fault = ''] = faultsOf({ seed: 'x'.repeat(500) });
  expect(fault.length).toBeLessThan(220);
});
