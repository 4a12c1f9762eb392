import type { ScriptName } from './mainScript.ts';

/** A character of a script that is written without spaces between words. */
export const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** Main scripts of texts without spaces, among those that `mainScript` tells. */
export const SCRIPTS_WITHOUT_SPACES: ReadonlySet<ScriptName> = new Set([
  'Han',
  'Japanese',
  'Thai',
  'Khmer',
]);
