import { say, sentence, type Sentence } from '../data/sentence.ts';

/**
 * A configuration or a figure that cannot be held to limits: one clear English sentence, which can
 * be said in another language.
 */
export class CheckFault extends RangeError {
  override readonly name = 'CheckFault';
  readonly sentence: Sentence;
  /** @param template of `englishCheckWords` */
  constructor(template: string, ...values: readonly (string | Sentence)[]) {
    const said = sentence(template, ...values);
    super(say(said));
    this.sentence = said;
  }
}
