import { createRandom, type Random } from '../src/metrics/stats/random.ts';

const TOPICS = 60;
const TOPIC_WORDS = 400;

/**
 * Rows of an Alpaca-shaped set, without end: Zipf-distributed words, a topic each that half of its words come from, 1 %
 * exact copies and 9 % near-copies (two words changed) of earlier rows. The same seed gives the same rows.
 * @param words most frequent first
 * @param bytesPerRow mean size of a row's line
 */
export function* syntheticRows(
  words: readonly string[],
  seed: number,
  bytesPerRow: number,
): Generator<string> {
  const random = createRandom(seed);
  const recent: { instruction: string; output: string }[] = [];
  const wordsPerRow = Math.max(8, Math.round((bytesPerRow - 45) / 6.4));
  for (;;) {
    const kind = random();
    const earlier = recent[Math.floor(random() * recent.length)];
    let row: { instruction: string; output: string };
    if (earlier && kind < 0.01) row = earlier;
    else if (earlier && kind < 0.1)
      row = { ...earlier, output: changeWords(earlier.output, 2, words, random) };
    else {
      const topic = Math.floor(random() * TOPICS);
      const length = Math.max(4, Math.round(wordsPerRow * (0.5 + random())));
      const asked = Math.max(3, Math.round(length / 4));
      row = {
        instruction: sentence(asked, topic, words, random),
        output: sentence(length - asked, topic, words, random),
      };
    }
    if (recent.length < 5000) recent.push(row);
    else recent[Math.floor(random() * recent.length)] = row;
    yield JSON.stringify({ instruction: row.instruction, input: '', output: row.output });
  }
}

function sentence(length: number, topic: number, words: readonly string[], random: Random): string {
  const parts: string[] = [];
  for (let index = 0; index < length; index++) {
    // Log-uniform ranks are Zipf-distributed with exponent 1.
    const own = random() < 0.5;
    const size = own ? TOPIC_WORDS : words.length;
    const rank = Math.floor(Math.exp(random() * Math.log(size)));
    parts.push(
      words[own ? (1000 + topic * TOPIC_WORDS + rank) % words.length : rank % words.length]!,
    );
  }
  return `${parts.join(' ')}.`;
}

function changeWords(
  text: string,
  changes: number,
  words: readonly string[],
  random: Random,
): string {
  const parts = text.split(' ');
  for (let change = 0; change < changes; change++) {
    parts[Math.floor(random() * parts.length)] = words[Math.floor(random() * words.length)]!;
  }
  return parts.join(' ');
}
