/** Turns a text into a vector whose direction is its meaning. */
export interface SentenceEmbedder {
  /** Which embedder it is; vectors are comparable under the same name only. */
  readonly name: string;
  readonly dimensions: 512;
  /**
   * Adds the text's unnormalised vector to `target`; a row of several texts is the sum of theirs. A pure function of the text.
   * @throws RangeError if target.length is not `dimensions`
   */
  addTo(text: string, target: Float32Array): void;
}
