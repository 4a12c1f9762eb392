import { expect, test } from 'vitest';
import { panelHtml } from '../../../src/webview/html.ts';

const html = panelHtml({
  cspSource: 'https://host.example',
  nonce: 'N0nce',
  scriptUri: 'https://host.example/webview.js',
  styleUri: 'https://host.example/webview.css',
  lang: 'ja',
  page: 'dataset',
  title: '"><script>alert(1)</script>',
});

test('the page may load its own script and style sheet, and nothing else', () => {
  expect(html).toContain(
    "default-src 'none'; style-src https://host.example 'nonce-N0nce'; script-src 'nonce-N0nce'",
  );
  expect(html).not.toContain('unsafe-');
  expect(html).not.toMatch(/\sstyle=|<style/);
});

test('nothing that is put in can leave its place', () => {
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain('&lt;script&gt;alert(1)');
});
