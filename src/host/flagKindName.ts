import { flagKindLabel } from '../webview/flagKindLabel.ts';
import type { FlagKind } from '../webview/protocol.ts';
import { hostWording } from './hostWording.ts';

/** What a kind of flag is called, in the display language. */
export function flagKindName(kind: FlagKind): string {
  return flagKindLabel(kind, hostWording().page);
}
