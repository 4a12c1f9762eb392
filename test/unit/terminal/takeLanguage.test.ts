import { expect, it } from 'vitest';
import { takeLanguage } from '../../../src/terminal/takeLanguage.ts';
import { UsageError } from '../../../src/terminal/usageError.ts';

it('finds the language wherever it stands, and leaves the other words as they are', () => {
  for (const words of [
    ['--language', 'ja', 'inspect', 'a', '--json'],
    ['inspect', '--language=ja', 'a', '--json'],
    ['inspect', 'a', '--json', '--language', 'ja'],
  ]) {
    const { language, rest } = takeLanguage(words);
    expect(language).toBe('ja');
    expect(rest).toEqual(['inspect', 'a', '--json']);
  }
  expect(takeLanguage(['inspect', 'a'])).toEqual({ language: 'en', rest: ['inspect', 'a'] });
});

it('leaves what stands behind -- alone, and values of other options', () => {
  const words = ['inspect', '--', '--language', 'ja'];
  expect(takeLanguage(words)).toEqual({ language: 'en', rest: words });
  const quota = ['select', '--quota', 'language=ja:3'];
  expect(takeLanguage(quota)).toEqual({ language: 'en', rest: quota });
});

it('refuses other languages, and none', () => {
  expect(() => takeLanguage(['--language', 'fr'])).toThrow(UsageError);
  expect(() => takeLanguage(['--language', 'fr'])).toThrow('--language takes en or ja, not "fr".');
  expect(() => takeLanguage(['inspect', '--language'])).toThrow('--language needs a value.');
  expect(() => takeLanguage(['--language', 'ja', 'inspect', '--language=en'])).toThrow(
    '--language is given twice.',
  );
});
