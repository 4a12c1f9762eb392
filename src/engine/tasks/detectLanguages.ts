import { isPlainEnglish } from '../../metrics/meso/plainEnglish.ts';
import { isCode } from '../../metrics/meso/textLanguage.ts';
import { rowLanguage } from '../../metrics/text/rowLanguage.ts';
import { forEachLine } from '../forEachLine.ts';
import type { TaskContext } from '../taskContext.ts';

/** The language of each row, as a BCP 47 tag. @param lines 0-based lines of the rows, ascending; shared */
export async function detectLanguages(
  context: TaskContext,
  { lines }: { readonly lines: Uint32Array },
): Promise<string[]> {
  // Its table is evaluated by the one thread that needs it.
  const { eld } = await import('eld/extrasmall');
  const languages: string[] = [];
  forEachLine(context, lines, (views) => {
    const texts = [views.instruction, views.response].filter((text) => text !== undefined);
    const proper = texts.filter((text) => !isCode(text));
    languages.push(isPlainEnglish(proper) ? 'en' : rowLanguage(proper, eld));
  });
  return languages;
}
