import { createWording } from '../webview/viewModel/wording.ts';
import { translateWords } from '../webview/words.ts';
import { buildDocument } from './buildDocument.ts';
import type { DocumentContext, DocumentRequest } from './documentRequest.ts';
import { englishDocumentWords } from './documentWords.ts';
import { renderHtml } from './renderHtml.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import { withoutTexts } from './withoutTexts.ts';

export const DOCUMENT_FORMATS = ['html', 'md', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The format that the end of a file's name asks for. */
export function formatOfName(name: string): DocumentFormat | undefined {
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase();
  if (ending === 'htm') return 'html';
  if (ending === 'markdown') return 'md';
  return DOCUMENT_FORMATS.find((format) => format === ending);
}

/** All words of a document in one language. @param translate from English, which is the key of every translation */
export function documentContext(
  translate: (english: string) => string,
  language: string,
): DocumentContext {
  return {
    wording: createWording(translate, language),
    words: translateWords(englishDocumentWords, translate),
  };
}

/**
 * A report as a file for others. Without texts no word of the rows is in it. The same request gives the same bytes.
 * @param request its report as the engine made it
 * @param language a BCP 47 tag, that of the context
 */
export function writeDocument(
  request: DocumentRequest,
  format: DocumentFormat,
  language: string,
  context: DocumentContext,
): string {
  const report = request.withTexts ? request.report : withoutTexts(request.report);
  const { inputs } = request;
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...report, inputs }, null, 2)}\n`;
    case 'html':
      return renderHtml(buildDocument({ ...request, report }, language, context), context.wording);
    case 'md':
      return renderMarkdown(buildDocument({ ...request, report }, language, context));
  }
}
