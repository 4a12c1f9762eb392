import { expect, test } from 'vitest';
import { MAX_TASK_WORDS, taskOpening } from '../../../../src/metrics/meso/taskOpening.ts';

test('keeps a short text as it is', () => {
  expect(taskOpening('Write a story.\n\nAbout a dog.')).toBe('Write a story.\n\nAbout a dog.');
});

test('ends after the last word that counts', () => {
  const words = Array.from({ length: 100 }, (_, i) => `w${i}`);
  expect(taskOpening(words.join('  ')).split(/\s+/)).toEqual(words.slice(0, MAX_TASK_WORDS));
});

test('passes over a role prompt before the words of the person', () => {
  expect(taskOpening('You are a helpful AI assistant.\nBe brief.\n\nWrite a poem.')).toBe(
    'Write a poem.',
  );
});

test('keeps a role prompt that is all there is, and roles that are part of the task', () => {
  expect(taskOpening('You are a helpful assistant.')).toBe('You are a helpful assistant.');
  expect(taskOpening('You are a pirate.\n\nDescribe your ship.')).toContain('pirate');
});
