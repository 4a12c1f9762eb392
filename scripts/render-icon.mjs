// @ts-check
// Renders media/icon.svg to the 256 × 256 picture that the Marketplace shows: `node scripts/render-icon.mjs`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { ROOT } from './test-results.mjs';

const svg = readFileSync(join(ROOT, 'media/icon.svg'), 'utf8');
const { page, stop } = await startBrowser({ viewport: { width: 256, height: 256 } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: join(ROOT, 'media/icon.png'), omitBackground: true });
await stop();
