import { textLanguage } from '../../metrics/meso/textLanguage.ts';
import { rowLanguage } from '../../metrics/text/rowLanguage.ts';
import { forEachLine } from '../forEachLine.ts';
import type { TaskContext } from '../taskContext.ts';

/** How many of some rows are in each language, by BCP 47 tag. @param lines 0-based lines of the rows, ascending; shared */
export async function detectLanguages(
  context: TaskContext,
  { lines }: { readonly lines: Uint32Array },
): Promise<Map<string, number>> {
  // Its table is evaluated by the one thread that needs it.
  const { eld } = await import('eld/extrasmall');
  const counts = new Map<string, number>();
  forEachLine(context, lines, (views) => {
    const texts = [views.instruction, views.response].filter((text) => text !== undefined);
    const language = rowLanguage(
      texts.filter((text) => textLanguage(text) !== 'code'),
      eld,
    );
    counts.set(language, (counts.get(language) ?? 0) + 1);
  });
  return counts;
}
