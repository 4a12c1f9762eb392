import type { LetterScript, ScriptName } from '../text/mainScript.ts';

const RARE_SHARE = 0.01;
/** Above this the rare scripts are no strangers: the file is of many languages. */
const MAX_RARE_SHARE = 0.02;

/**
 * Scripts that the file hardly has: each with less than 1 % of the rows that have letters, so in files of more than 100
 * such rows, and less than 2 % all together.
 * @returns the share of each rare script, 0–1
 */
export function rareScripts(scripts: readonly ScriptName[]): ReadonlyMap<LetterScript, number> {
  const counts = new Map<LetterScript, number>();
  let rows = 0;
  for (const script of scripts) {
    if (script === 'Common') continue;
    counts.set(script, (counts.get(script) ?? 0) + 1);
    rows++;
  }
  const shares = new Map<LetterScript, number>();
  let rareRows = 0;
  for (const [script, count] of counts) {
    if (count / rows >= RARE_SHARE) continue;
    shares.set(script, count / rows);
    rareRows += count;
  }
  return rareRows / rows < MAX_RARE_SHARE ? shares : new Map();
}
