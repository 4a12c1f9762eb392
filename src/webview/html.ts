/** The pages that the one script can show: a data set, run tables, a study of files. */
export type PageName = 'dataset' | 'experiments' | 'sheet';

export interface PanelHtmlOptions {
  /** The webview's own `cspSource`. */
  readonly cspSource: string;
  /** Fresh and unguessable for every page. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** BCP 47 tag of the display language. */
  readonly lang: string;
  readonly title: string;
  readonly page: PageName;
}

/**
 * The page of the panel: an empty frame. It holds no data; all of it comes by messages after the page has said `ready`.
 * The toolkit looks for the nonce in the meta element, for the style element by which it tries the browser out.
 * Nothing may be loaded but the extension's own style sheet and the one script, and nothing may be sent anywhere.
 */
export function panelHtml(options: PanelHtmlOptions): string {
  const { cspSource, nonce, scriptUri, styleUri, lang, title, page } = options;
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(lang)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
    <meta property="csp-nonce" content="${escapeAttribute(nonce)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeAttribute(title)}</title>
    <link rel="stylesheet" nonce="${escapeAttribute(nonce)}" href="${escapeAttribute(styleUri)}">
  </head>
  <body>
    <main id="app" data-page="${escapeAttribute(page)}"></main>
    <script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(scriptUri)}"></script>
  </body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (character) => ENTITIES[character] ?? character);
}
