import { describe, expect, test } from 'vitest';
import { createEnglishTagger } from '../../../../src/metrics/meso/englishTagger.ts';
import { verbNounPairs } from '../../../../src/metrics/meso/verbNounPairs.ts';

const tag = createEnglishTagger();
const pairsOf = (text: string): string[] =>
  verbNounPairs(tag(text)).map(({ verb, noun }) => `${verb} ${noun}`);

describe('verbNounPairs', () => {
  test.each([
    ['an order', 'Write a short story about a dog.', ['write story']],
    ['an order that the tagger takes for a name', 'List five healthy snacks.', ['list snack']],
    ['a compound by its last noun', 'Draft a one-page cover letter.', ['draft letter']],
    ['a measure by what it measures', 'Show me a couple of examples.', ['show example']],
    ['an adjective that stands for a noun', 'Find the derivative of f.', ['find derivative']],
    [
      'two verbs with one object',
      'Generate and rank ten slogans.',
      ['generate slogan', 'rank slogan'],
    ],
    ['two objects of one verb', 'Write a poem and a song.', ['write poem', 'write song']],
    ['two orders', 'Fix the bug and add comments.', ['fix bug', 'add comment']],
    ['a polite question', 'Could you please check my essay?', ['check essay']],
    ['a frame around the task', 'Can you help me find a good book?', ['find book']],
    ['a wish', 'I would like to change my address.', ['change address']],
    ['what is wanted of you', 'I want you to write a poem.', ['write poem']],
    ['an indirect question', 'I was wondering if you could explain the rule.', ['explain rule']],
    ['an embedded how-to', 'Show me how to bake bread.', ['bake bread']],
    ['a how question', 'How do I make pancakes?', ['make pancake']],
    ['a question for the object', 'What books should I read?', ['read book']],
    ['a question for the subject', 'Who invented the telephone?', ['invent telephone']],
    ['a copular question', 'What is the capital of France?', ['be capital']],
    ['a question for existence', 'Are there any direct flights?', ['be flight']],
    ['a passive', 'Why was my card declined?', ['decline card']],
    ['a particle', 'Turn off the lights.', ['turn off light']],
    ['a particle behind the object', 'Turn the volume down.', ['turn down volume']],
    ['a verb of three parts', 'Come up with a name.', ['come up with name']],
    ['a prepositional object', 'Look for a cheap hotel.', ['look for hotel']],
    ['a scene set before the order', 'Using the data below, create a chart.', ['create chart']],
    ['a task named as such', 'Your task is to classify the sentence.', ['classify sentence']],
    ['the request and not the story', 'My order never came. I want a refund.', ['want refund']],
    ['the story where nothing is asked', 'I lost my card.', ['lose card']],
    ['each line for itself', 'Write a story\nAdd a title', ['write story', 'add title']],
  ])('reads %s', (_, text, pairs) => {
    expect(pairsOf(text)).toEqual(pairs);
  });

  test.each([
    'How does photosynthesis work?',
    'Fix it.',
    'a show on broadway',
    '',
    '?!',
    'Thanks!',
  ])('finds none in %j', (text) => {
    expect(pairsOf(text)).toEqual([]);
  });

  test('leaves out a relative clause', () => {
    expect(pairsOf('Write a function that reverses a list and returns the sum.')).toEqual([
      'write function',
    ]);
  });

  test('survives words that are properties of every object', () => {
    expect(pairsOf('Write a constructor.')).toEqual(['write constructor']);
    expect(() => pairsOf('constructor the __proto__ toString hasOwnProperty')).not.toThrow();
  });

  test('ends on long chains of frames and conjunctions', () => {
    for (const text of ['help me ', 'write and ', 'some of the ', 'if , ', 'how to ', 'what is ']) {
      expect(() => pairsOf(text.repeat(60))).not.toThrow();
    }
  });
});
