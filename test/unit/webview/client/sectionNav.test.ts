// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { sectionNav } from '../../../../src/webview/client/sectionNav.ts';
import type { PageContext } from '../../../../src/webview/client/pageContext.ts';
import { englishPageWords } from '../../../../src/webview/words.ts';

const page = { words: englishPageWords } as unknown as PageContext;
const ids = ['levels', 'flags'];

/** Where each section begins, in pixels below the top of the window. */
let tops: Record<string, number>;
let scrolledTo: string[];
let nav: ReturnType<typeof sectionNav>;
beforeEach(() => {
  tops = { levels: 200, flags: 900 };
  scrolledTo = [];
  const sections = ids.map((id) => {
    const section = document.createElement('section');
    section.getBoundingClientRect = () => new DOMRect(0, tops[id], 100, 700);
    section.scrollIntoView = () => void scrolledTo.push(id);
    return { id, label: `The ${id}`, element: section };
  });
  nav = sectionNav(sections, page);
  document.body.replaceChildren(nav.element, ...sections.map(({ element }) => element));
});

const current = () => nav.element.querySelector('[aria-current]')?.textContent;

test('a link for each section, named, in order', () => {
  const links = [...nav.element.querySelectorAll('a')];
  expect(links.map((link) => link.textContent)).toEqual(['The levels', 'The flags']);
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#levels', '#flags']);
  expect(nav.element.getAttribute('aria-label')).toBe(englishPageWords.sections);
});

test('the section that has come up to the navigation is marked, and no other', () => {
  nav.update();
  expect(current()).toBeUndefined();
  tops = { levels: -100, flags: 600 };
  nav.update();
  expect(current()).toBe('The levels');
  tops = { levels: -690, flags: 10 };
  nav.update();
  expect(current()).toBe('The flags');
  expect(nav.element.querySelectorAll('[aria-current]')).toHaveLength(1);
});

test('a link brings its section into view and the focus into it', () => {
  nav.element.querySelectorAll('a')[1]!.click();
  const section = document.getElementById('flags')!;
  expect(scrolledTo).toEqual(['flags']);
  expect(document.activeElement).toBe(section);
});

test('in a narrow panel the section that is marked comes into view', () => {
  const list = nav.element.querySelector('ul')!;
  const [first, second] = nav.element.querySelectorAll('a');
  const place = (node: Element, values: Record<string, number>) => {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(node, name, { value });
  };
  place(list, { clientWidth: 100 });
  place(first!, { offsetLeft: 0, offsetWidth: 80 });
  place(second!, { offsetLeft: 90, offsetWidth: 70 });
  tops = { levels: -690, flags: 10 };
  nav.update();
  expect(list.scrollLeft).toBe(60);
  tops = { levels: -100, flags: 600 };
  nav.update();
  expect(list.scrollLeft).toBe(0);
});
