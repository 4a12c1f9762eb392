import type { ScriptName } from '../metrics/text/mainScript.ts';
import { SCRIPTS_WITHOUT_SPACES } from '../metrics/text/scriptsWithoutSpaces.ts';
import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { Templates } from './report.ts';
import { sharedUint8 } from './shared.ts';
import type { TaskPool } from './taskPool.ts';
import { MOST_TEMPLATE_TOKENS } from './tasks/featureChunk.ts';
import { TEMPLATE_LIMITS } from './tasks/findTemplates.ts';

/** Rows that have a frame in common and differ in one slot. */
export async function findTemplates(
  pool: TaskPool,
  { rowLines, scripts }: Reading,
  { templateField: field, templateTokens: tokens, hashes }: Features,
): Promise<Templates> {
  const { families, unlisted } = await pool.run('findTemplates', {
    field,
    tokens,
    hashes: hashes[field],
    isCharacters: charactersOf(scripts),
    rowLines,
  });
  const { words, characters, minSlotValues } = TEMPLATE_LIMITS;
  return {
    field,
    maxSlotTokens: { words: words.maxSlotTokens, characters: characters.maxSlotTokens },
    minSlotValues,
    minFrameTokens: { words: words.minFrameTokens, characters: characters.minFrameTokens },
    maxTextTokens: MOST_TEMPLATE_TOKENS,
    families,
    unlisted,
  };
}

/** 1 for each row whose tokens are characters, as its script has no spaces. */
export function charactersOf(scripts: readonly ScriptName[]): Uint8Array {
  const isCharacters = sharedUint8(scripts.length);
  scripts.forEach(
    (script, row) => (isCharacters[row] = SCRIPTS_WITHOUT_SPACES.has(script) ? 1 : 0),
  );
  return isCharacters;
}
