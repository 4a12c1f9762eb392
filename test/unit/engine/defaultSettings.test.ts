import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import { inspectSettings } from '../../../src/engine/settingRules.ts';

test('the defaults stand in the order in which settings are read: reports list them alike', () => {
  const read = inspectSettings(() => undefined);
  expect(JSON.stringify(read)).toBe(JSON.stringify(defaultSettings));
});
