/** `{0}`, or `{0|row|rows}`: the word that goes with a single one, and the one that goes with any other figure. */
const PLACE = /\{(\d+)(?:\|([^{}|]*)\|([^{}|]*))?\}/gu;

/** Characters of Japanese, its punctuation and full-width forms, between which no space stands. */
const JAPANESE = '[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]';
const HAS_JAPANESE = new RegExp(JAPANESE, 'u');
const SPACE_AT_END = new RegExp(`${JAPANESE} $`, 'u');
const SPACE_AT_START = new RegExp(`^ ${JAPANESE}`, 'u');
const AT_START = new RegExp(`^${JAPANESE}`, 'u');
const AT_END = new RegExp(`${JAPANESE}$`, 'u');

/**
 * Puts the values in place of `{0}`, `{1}`, …; a place without value stays. `{0|row|rows}` is `row` where the value is 1. In
 * Japanese the space that parts a place from the words around it is for figures and Latin letters: where Japanese comes to
 * stand beside Japanese it goes.
 */
export function fill(template: string, ...values: readonly string[]): string {
  return HAS_JAPANESE.test(template) ? fillJapanese(template, values) : fillAny(template, values);
}

function fillAny(template: string, values: readonly string[]): string {
  return template.replace(PLACE, (place, index: string, one?: string, other?: string) =>
    inPlace(place, values[Number(index)], one, other),
  );
}

function inPlace(place: string, value?: string, one?: string, other?: string): string {
  if (value === undefined) return place;
  return (value === '1' ? one : other) ?? value;
}

function fillJapanese(template: string, values: readonly string[]): string {
  let text = '';
  let end = 0;
  for (const { 0: place, 1: index, 2: one, 3: other, index: start } of template.matchAll(PLACE)) {
    text = beside(text, template.slice(end, start));
    text = beside(text, inPlace(place, values[Number(index)], one, other));
    end = start + place.length;
  }
  return beside(text, template.slice(end));
}

function beside(left: string, right: string): string {
  if (SPACE_AT_END.test(left) && AT_START.test(right)) return left.slice(0, -1) + right;
  if (SPACE_AT_START.test(right) && AT_END.test(left)) return left + right.slice(1);
  return left + right;
}
