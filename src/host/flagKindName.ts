import type { FlagKind } from '../webview/protocol.ts';
import { hostWording } from './hostWording.ts';

/** What a kind of flag is called, in the display language. */
export function flagKindName(kind: FlagKind): string {
  const { page } = hostWording();
  return {
    'exact-duplicate': page.exactDuplicate,
    'near-duplicate': page.nearDuplicate,
    contained: page.contained,
    'semantic-duplicate': page.semanticDuplicate,
    template: page.template,
    'preference-pair': page.preferencePair,
    'off-distribution': page.offDistribution,
    quality: page.quality,
    'row-error': page.rowError,
  }[kind];
}
