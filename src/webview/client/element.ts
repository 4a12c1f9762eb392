import { fill as fillWithTexts } from '../fill.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An HTML element with attributes and children; strings become text and nothing else. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  setAttributes(created, attributes);
  for (const child of children) if (child !== undefined) created.append(child);
  return created;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) target.setAttribute(name, value);
  }
}

/** Puts the values in place of `{0}`, `{1}`, … of the page's words. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return fillWithTexts(template, ...values.map(String));
}

/** A count in the language of the page. */
export function formatCount(value: number): string {
  return value.toLocaleString(document.documentElement.lang || 'en');
}
