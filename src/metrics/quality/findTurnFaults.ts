/** Who speaks in a turn, as far as the order of turns is concerned. */
export type Speaker =
  | 'system'
  | 'user'
  | 'assistant'
  /** A turn of the assistant that holds nothing: neither text nor a call nor anything else. */
  | 'silent'
  /** A call that stands in a turn of its own. */
  | 'call'
  /** What a tool gives back. */
  | 'tool'
  /** What a tool gives back to a call that no earlier turn made, by its identifier. */
  | 'stray-tool'
  | 'other';

export interface TurnFaults {
  /** 0-based place of the first turn out of order. */
  readonly outOfOrder?: number;
  readonly lacksAssistant: boolean;
}

/**
 * What is wrong with the order of a conversation's turns: a system turn that is not at the beginning, two turns of the user or
 * two answers in a row, a first answer before any question, what a tool gives back to no call, right after a question; and no
 * answer at all, none to the last question, or one that holds nothing. What tools give back may stand after any other turn, and
 * an answer may call tools and go on. O(turns).
 */
export function findTurnFaults(speakers: readonly Speaker[]): TurnFaults {
  let outOfOrder: number | undefined;
  let before: Speaker | undefined;
  let hasBegun = false;
  speakers.forEach((said, place) => {
    const speaker = said === 'silent' ? 'assistant' : said;
    const isWrong =
      (speaker === 'system' && hasBegun) ||
      (speaker === 'assistant' &&
        (before === undefined || before === 'assistant' || before === 'system')) ||
      (speaker === 'user' && before === 'user') ||
      (speaker === 'tool' && before === 'user') ||
      speaker === 'stray-tool';
    if (isWrong) outOfOrder ??= place;
    if (speaker !== 'system') hasBegun = true;
    if (speaker !== 'other') before = speaker;
  });
  const last = speakers.findLast((speaker) => speaker !== 'other');
  return {
    ...(outOfOrder !== undefined && { outOfOrder }),
    lacksAssistant:
      !speakers.includes('assistant') ||
      speakers.includes('silent') ||
      last === 'user' ||
      last === 'system',
  };
}
