import type { JsonObject } from './jsonObject.ts';
import type { TextPart } from './textPart.ts';

/** A row's conversation. */
export interface Chat {
  /** Where its turns stand: `messages`, `body.messages`. */
  readonly field: string;
  readonly turns: readonly unknown[];
  /** The object that has the turns: the row, or the request in it. */
  readonly holder: JsonObject;
  /** Set where the row asks for an answer, which may stand beside the request and need not. */
  readonly isRequest?: true;
  /** What the user says after the turns, where that stands beside them. */
  readonly asked?: TextPart;
}
