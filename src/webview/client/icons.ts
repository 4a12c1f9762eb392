import type { FlagKind } from '../protocol.ts';
import { setAttributes } from './element.ts';

/** 16 × 16 outlines, drawn in the colour of the text around them. */
const PATHS = {
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 7v4.5M8 4.4v1.2',
  refresh: 'M13.5 3v3.5H10M13.2 6.3A5.6 5.6 0 1 0 13.6 9',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  'check-list': 'm2 4.5 1.3 1.3 2.3-2.6M8 4.5h6M2 11.5l1.3 1.3 2.3-2.6M8 11.5h6',
  settings: 'M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M10.5 3v3M5.5 10v3',
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  'zoom-in': 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 13.5 13.5M5 7h4M7 5v4',
  'zoom-out': 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 13.5 13.5M5 7h4',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  sort: 'm4.5 6 3.5 4 3.5-4',
  'exact-duplicate': 'M2.5 2.5h8v8h-8ZM5.5 13.5h8v-8',
  'near-duplicate': 'M6 2.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM10 5.5a4 4 0 1 1-3.9 4.9',
  contained: 'M2 2.5h12v11H2ZM4.5 8.5h5v2.5h-5Z',
  'semantic-duplicate': 'M2 3.5h8v5H6L4 10.5V8.5H2ZM12 6.5h2v5h-2v2l-2-2H7.5',
  template: 'M2 4h12M2 12h12M2 8h3M11 8h3M6.5 6.5h3v3h-3Z',
  'preference-pair': 'M2 5h9M8.5 2.5 11 5 8.5 7.5M14 11H5M7.5 8.5 5 11l2.5 2.5',
  'off-distribution':
    'M4.5 8a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM12 2.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM7.5 8.5l1.6-1.6',
  quality: 'M3.5 14.5v-12h9l-2 3.5 2 3.5h-9',
  'row-error': 'M8 1.8 14.6 13.5H1.4ZM8 6v3.5M8 10.6v1.2',
} as const satisfies Record<FlagKind, string> & Record<string, string>;

export type IconName = keyof typeof PATHS;

/** Decorative: the words beside it say what it means. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  setAttributes(svg, { viewBox: '0 0 16 16', class: `icon icon-${name}`, 'aria-hidden': 'true' });
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  setAttributes(path, { d: PATHS[name] });
  svg.append(path);
  return svg;
}
