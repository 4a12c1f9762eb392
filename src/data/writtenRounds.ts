import type { JsonObject } from './jsonObject.ts';
import type { PreferencePair } from './preferencePair.ts';

const LIST_OF_TEXTS = /^\s*\[\s*"/;

/**
 * A preference row whose prompt and answers are what was said in each round, each as the JSON of a list, as LMSYS' battles
 * have them: with turns in their place. The row itself where the three are no lists of one length. O(length).
 */
export function readRounds(row: JsonObject, { chosen, rejected }: PreferencePair): JsonObject {
  const asked = roundsIn(row['prompt']);
  if (!asked) return row;
  const [good, bad] = [roundsIn(row[chosen]), roundsIn(row[rejected])];
  if (good?.length !== asked.length || bad?.length !== asked.length) return row;
  return {
    ...row,
    prompt: turnsOf('user', asked),
    [chosen]: turnsOf('assistant', good),
    [rejected]: turnsOf('assistant', bad),
  };
}

function turnsOf(role: string, rounds: readonly (string | null)[]): readonly unknown[] {
  return rounds.map((content) => ({ role, content }));
}

/** A round in which nothing was answered is null. */
function roundsIn(value: unknown): readonly (string | null)[] | undefined {
  if (typeof value !== 'string' || !LIST_OF_TEXTS.test(value)) return undefined;
  let rounds: unknown;
  try {
    rounds = JSON.parse(value);
  } catch {
    return undefined;
  }
  return Array.isArray(rounds) && rounds.every(isRound) ? rounds : undefined;
}

function isRound(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}
