import type { TextViews } from '../data/rowTypes.ts';
import { normalizedHash } from '../metrics/text/normalizedHash.ts';

/** Tags that a language model gave some rows: part of a request, so that the engine itself never asks anyone. */
export interface RowTags {
  /** Name of the model, as a person knows it. */
  readonly model: string;
  /** Seed with which the rows were drawn. */
  readonly seed: number;
  /** By rowKey: the rows may have moved since. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/** Tells rows apart by their texts; rows equal after normalisation have one key. */
export function rowKey({ instruction, response }: TextViews): string {
  const texts = [instruction, response].filter((text) => text !== undefined);
  const { high, low } = normalizedHash(texts);
  return `${high.toString(36)}:${low.toString(36)}`;
}
