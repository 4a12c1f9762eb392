import { mixBits } from '../text/mixBits.ts';
import { minHeap } from '../text/minHeap.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

/** What a frame and its slot have to measure, in tokens: words, or characters in scripts without spaces. */
export interface TemplateLimits {
  readonly minFrameTokens: number;
  readonly maxSlotTokens: number;
}

export interface TemplateOptions {
  readonly words: TemplateLimits;
  readonly characters: TemplateLimits;
  /** Different fillings of the slot from which a frame is a family, 2 to 255. */
  readonly minSlotValues: number;
  /** Fillings that are listed. */
  readonly valuesListed: number;
  /** May throw to end the search. */
  readonly checkpoint?: () => void;
}

/** Rows that are alike but for one slot. */
export interface TemplateFamily {
  /** Tokens before and after the slot. */
  readonly prefixTokens: number;
  readonly suffixTokens: number;
  /** Ascending. */
  readonly rows: readonly number[];
  /** Different fillings of the slot. */
  readonly slotValues: number;
  /** The most frequent of them, each by the first row that has it. */
  readonly topValues: readonly { readonly row: number; readonly rows: number }[];
}

/** A frame by one of its texts: what stands before the slot and after it. */
interface Frame {
  readonly prefix: number;
  readonly tokens: number;
  /** Ascending. */
  readonly texts: number[];
}

const TEXTS_PER_LOOK = 4_096;
const MOST_COUNTERS = 2 ** 26;

/**
 * Families of texts that have a frame in common: the same tokens before and after a slot of one or more tokens, which is
 * filled differently, and at least twice as many as the slot has. Every frame with at least `minSlotValues` fillings is looked
 * at, none is missed; each text then belongs to one family at most. Frames are taken by the tokens that they explain (texts
 * not yet in a family × tokens of the frame), most first: the greedy rule of set cover, so that of two frames of equally many
 * texts the longer one is taken.
 *
 * The longer side of a frame of F tokens has at least F / 2: only texts that share that half with enough others are looked
 * at any further. Counters that several halves share can but raise a count.
 *
 * @param tokens hashes of the tokens of each row, in order; a row without tokens is left out
 * @param firstEqual the first row of equal text for each row, −1 without text: equal texts count once
 * @param isCharacters [rows]: 1 where tokens are characters; frames join rows of one sort only
 * @returns the family of most rows first
 * @throws RangeError if `minSlotValues` is not in [2, 255]
 * O(texts · slot lengths) time, and O(tokens) more for each slot length of texts that share half a frame; two different
 * frames count as one with probability 2⁻⁵³.
 */
export function templateFamilies(
  tokens: TokenColumn,
  firstEqual: Int32Array,
  isCharacters: Uint8Array,
  options: TemplateOptions,
): TemplateFamily[] {
  const { minSlotValues } = options;
  if (!(minSlotValues >= 2 && minSlotValues <= 255)) {
    throw new RangeError(`got ${minSlotValues} slot values, expected 2 to 255`);
  }
  const visitFrames = sharedFrames(tokens, firstEqual, isCharacters, options);
  const frames = collectFrames(visitFrames, firstEqual.length, minSlotValues);
  const families = chooseFrames(frames, tokens, minSlotValues);
  return describeFamilies(families, tokens, firstEqual, options.valuesListed);
}

type VisitFrame = (text: number, prefix: number, frameTokens: number, key: number) => void;

/** Calls back for each frame of the texts that share the longer half of it with enough others, texts ascending. */
function sharedFrames(
  { values, offsets }: TokenColumn,
  firstEqual: Int32Array,
  isCharacters: Uint8Array,
  { words, characters, minSlotValues, checkpoint }: TemplateOptions,
): (visit: VisitFrame) => void {
  let longest = 0;
  for (let row = 0; row < firstEqual.length; row++) {
    longest = Math.max(longest, offsets[row + 1]! - offsets[row]!);
  }
  /** Hashes of the first and of the last i tokens of the text at hand. */
  const before = new Uint32Array(longest + 1);
  const after = new Uint32Array(longest + 1);
  const forEachText = (visit: (text: number, length: number, limits: TemplateLimits) => void) => {
    for (let row = 0; row < firstEqual.length; row++) {
      if (row % TEXTS_PER_LOOK === 0) checkpoint?.();
      const limits = isCharacters[row] === 1 ? characters : words;
      const first = offsets[row]!;
      const length = offsets[row + 1]! - first;
      if (firstEqual[row] !== row || length <= limits.minFrameTokens) continue;
      const seed = isCharacters[row]!;
      before[0] = seed;
      after[0] = seed + 2;
      for (let count = 0; count < length; count++) {
        before[count + 1] = chain(before[count]!, values[first + count]!);
        after[count + 1] = chain(after[count]!, values[first + length - 1 - count]!);
      }
      visit(row, length, limits);
    }
  };
  const halfKey = (side: Uint32Array, frameTokens: number) =>
    mixBits(side[(frameTokens + 1) >> 1]! ^ Math.imul(frameTokens, 0x9e3779b1));

  const halves = counters(8 * firstEqual.length);
  forEachText((_text, length, limits) => {
    const shortest = shortestFrame(length, limits);
    for (let frameTokens = shortest; frameTokens < length; frameTokens++) {
      halves.add(halfKey(before, frameTokens));
      halves.add(halfKey(after, frameTokens));
    }
  });
  return (visit) =>
    forEachText((text, length, limits) => {
      const shortest = shortestFrame(length, limits);
      for (let frameTokens = shortest; frameTokens < length; frameTokens++) {
        const half = (frameTokens + 1) >> 1;
        const isBefore = halves.count(halfKey(before, frameTokens)) >= minSlotValues;
        const isAfter = halves.count(halfKey(after, frameTokens)) >= minSlotValues;
        for (let prefix = 0; prefix <= frameTokens; prefix++) {
          const isShared =
            (isBefore && prefix >= half) || (isAfter && frameTokens - prefix >= half);
          if (!isShared) continue;
          const left = before[prefix]!;
          const right = after[frameTokens - prefix]!;
          const high = mixBits(Math.imul(left, 0x85ebca6b) ^ right ^ prefix);
          const low = mixBits(Math.imul(right, 0xc2b2ae35) ^ left ^ frameTokens);
          visit(text, prefix, frameTokens, high * 2 ** 21 + (low >>> 11));
        }
      }
    });
}

function shortestFrame(length: number, { minFrameTokens, maxSlotTokens }: TemplateLimits): number {
  return Math.max(minFrameTokens, length - maxSlotTokens, Math.ceil((2 * length) / 3));
}

function collectFrames(
  visitFrames: (visit: VisitFrame) => void,
  rows: number,
  minTexts: number,
): Frame[] {
  const counts = counters(32 * rows);
  visitFrames((_text, _prefix, _frameTokens, key) => counts.add(highHalf(key)));
  const frames = new Map<number, Frame>();
  visitFrames((text, prefix, frameTokens, key) => {
    if (counts.count(highHalf(key)) < minTexts) return;
    const frame = frames.get(key);
    if (frame) frame.texts.push(text);
    else frames.set(key, { prefix, tokens: frameTokens, texts: [text] });
  });
  return [...frames.values()].filter(({ texts }) => texts.length >= minTexts);
}

/** Frames that explain most first; each text goes to the first frame that is chosen for it. */
function chooseFrames(frames: Frame[], column: TokenColumn, minSlotValues: number): Frame[] {
  frames.sort((a, b) => b.tokens - a.tokens || a.texts[0]! - b.texts[0]! || a.prefix - b.prefix);
  const taken = new Set<number>();
  const queue = minHeap(Math.max(1, frames.length));
  const gainOf = ({ texts, tokens }: Frame) => texts.length * tokens;
  const mostGain = frames.reduce((most, frame) => Math.max(most, gainOf(frame)), 0);
  const enqueue = (index: number, frame: Frame) =>
    queue.push((mostGain - gainOf(frame)) * frames.length + index);
  frames.forEach((frame, index) => enqueue(index, frame));
  const chosen: Frame[] = [];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const index = key % frames.length;
    const frame = frames[index]!;
    const texts = frame.texts.filter((text) => !taken.has(text));
    if (texts.length < minSlotValues) continue;
    const rest = { ...frame, texts };
    if (texts.length < frame.texts.length) {
      frames[index] = rest;
      enqueue(index, rest);
    } else if (slotHashes(frame, column).size >= minSlotValues) {
      for (const text of texts) taken.add(text);
      chosen.push(frame);
    }
  }
  return chosen;
}

function slotHashes(frame: Frame, column: TokenColumn): Set<number> {
  return new Set(frame.texts.map((text) => slotHash(text, frame, column)));
}

function slotHash(
  text: number,
  { prefix, tokens }: Frame,
  { values, offsets }: TokenColumn,
): number {
  const end = offsets[text + 1]! - (tokens - prefix);
  let hash = 0;
  for (let at = offsets[text]! + prefix; at < end; at++) hash = chain(hash, values[at]!);
  return hash;
}

function describeFamilies(
  frames: readonly Frame[],
  column: TokenColumn,
  firstEqual: Int32Array,
  valuesListed: number,
): TemplateFamily[] {
  const familyOfText = new Map<number, number>();
  frames.forEach(({ texts }, family) => texts.forEach((text) => familyOfText.set(text, family)));
  const rowsOf: number[][] = frames.map(() => []);
  for (let row = 0; row < firstEqual.length; row++) {
    const family = familyOfText.get(firstEqual[row]!);
    if (family !== undefined) rowsOf[family]!.push(row);
  }
  const families = frames.map((frame, family): TemplateFamily => {
    const rows = rowsOf[family]!;
    const byValue = new Map<number, { row: number; rows: number }>();
    for (const row of rows) {
      const hash = slotHash(firstEqual[row]!, frame, column);
      const known = byValue.get(hash);
      if (known) known.rows++;
      else byValue.set(hash, { row, rows: 1 });
    }
    const values = [...byValue.values()].sort((a, b) => b.rows - a.rows || a.row - b.row);
    return {
      prefixTokens: frame.prefix,
      suffixTokens: frame.tokens - frame.prefix,
      rows,
      slotValues: values.length,
      topValues: values.slice(0, valuesListed),
    };
  });
  return families.sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
}

function chain(hash: number, token: number): number {
  return mixBits((Math.imul(hash, 0x9e3779b1) + token) | 0);
}

function highHalf(key: number): number {
  return Math.floor(key / 2 ** 21);
}

/** Counts up to 255, one byte for several keys: never less than how often a key was added, up to there. */
function counters(room: number) {
  const bits = Math.ceil(Math.log2(Math.min(MOST_COUNTERS, Math.max(1024, room))));
  const counts = new Uint8Array(2 ** bits);
  const shift = 32 - bits;
  return {
    add(key: number): void {
      const at = key >>> shift;
      if (counts[at]! < 255) counts[at]!++;
    },
    count: (key: number): number => counts[key >>> shift]!,
  };
}
