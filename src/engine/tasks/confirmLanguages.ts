import { isCode, textLanguage } from '../../metrics/meso/textLanguage.ts';
import { sureLanguage } from '../../metrics/text/sureLanguage.ts';
import { forEachLine } from '../forEachLine.ts';
import type { TaskContext } from '../taskContext.ts';

/**
 * Whether a longer look at some rows confirms the language of the first one. English by its function words, and the
 * other way round, is a second witness beside the letters.
 * @param lines 0-based lines of the rows, ascending; shared
 * @param languages BCP 47 tag of each
 */
export async function confirmLanguages(
  context: TaskContext,
  { lines, languages }: { readonly lines: Uint32Array; readonly languages: readonly string[] },
): Promise<boolean[]> {
  const { eld } = await import('eld/extrasmall');
  const confirmed: boolean[] = [];
  forEachLine(context, lines, (views) => {
    const language = languages[confirmed.length]!;
    const texts = [views.instruction, views.response].filter(
      (text) => text !== undefined && !isCode(text),
    ) as string[];
    const isEnglish = textLanguage(texts.join('\n')) === 'en';
    const agrees = isEnglish === (language === 'en');
    confirmed.push(agrees && sureLanguage(texts, eld) === language);
  });
  return confirmed;
}
