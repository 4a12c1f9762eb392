import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { seriousFaults } from './axe.ts';
import { SHOTS, startExampleWindow, THEMES, WINDOW, type ExampleWindow } from './exampleWindow.ts';
import { until, type Workbench } from './workbench.ts';

const FILE = 'support-generated.jsonl';
const GENERATIONS = [1, 2, 3].map((number) => `support-generation-${number}.jsonl`);

/** What a study shows once it has ended. */
const ENDED = '.sheet-head';

suite('access', () => {
  let example: ExampleWindow;
  let browser: ExampleWindow['browser'];
  let workbench: Workbench;

  suiteSetup(async () => {
    example = await startExampleWindow({
      'strata.references': { [FILE]: 'support-reference.jsonl' },
    });
    ({ browser, workbench } = example);
    await workbench.open(example.server.url({ folder: example.folder }));
  });
  suiteTeardown(() => example.close());
  teardown(function () {
    return example.shootFailure(this.currentTest);
  });

  /** Opens everything that can be opened in the page: tables behind charts, further figures, filters. */
  async function openDetails(isOpen = true): Promise<void> {
    await workbench
      .panel()
      .locator('body')
      .evaluate((body, open) => {
        for (const details of body.querySelectorAll('details')) details.open = open;
      }, isOpen);
  }

  async function changeTheme(kind: string, theme: string): Promise<void> {
    await workbench.chooseTheme(theme);
    await browser.page.locator(`.monaco-workbench.${kind}`).waitFor();
    // Colours have to have arrived in the page.
    await browser.page.waitForTimeout(500);
  }

  async function expectNoFault(name: string, kind: string): Promise<void> {
    assert.deepEqual(await seriousFaults(workbench.panel()), [], `${name}, ${kind}`);
    await browser.page.screenshot({ path: join(SHOTS, `access-${name}-${kind}.png`) });
  }

  /** Each canvas with a figure has a name and, once opened, a table. */
  async function expectTablesBehindCharts(): Promise<void> {
    const charts = await workbench
      .panel()
      .locator('body')
      .evaluate((body) =>
        [...body.querySelectorAll('figure')]
          .filter((figure) => figure.querySelector('canvas'))
          .map((figure) => ({
            name: figure.querySelector('canvas')?.getAttribute('aria-label') ?? '',
            rows: figure.querySelectorAll('details table tbody tr').length,
          })),
      );
    assert.ok(charts.length > 0, 'there are charts');
    for (const { name, rows } of charts) {
      assert.ok(name.length > 5, name);
      assert.ok(rows > 0, `${name} has a table`);
    }
  }

  async function closeEditors(): Promise<void> {
    await workbench.command('View: Close All Editors');
    await browser.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  }

  test('axe-core finds nothing serious in an inspection, in four themes', async () => {
    await workbench.openFromExplorer(FILE);
    await workbench.command('Strata: Inspect Dataset');
    const panel = workbench.panel();
    await panel.locator('.headline-value:visible').nth(2).waitFor();
    await panel.locator('.flag-row').first().waitFor();
    await panel.locator('.map-frame canvas').waitFor();
    await openDetails();
    for (const name of ['Lines', 'Filter by line or reason']) {
      await panel.getByRole('textbox', { name, exact: true }).waitFor();
    }
    await expectTablesBehindCharts();
    for (const [kind, theme] of Object.entries(THEMES)) {
      await changeTheme(kind, theme);
      await expectNoFault('inspection', kind);
    }
  });

  test('with the keyboard alone, a flagged row is reached and its line opened', async () => {
    const { page } = browser;
    const panel = workbench.panel();
    await openDetails(false);
    await panel.locator('header, h1').first().click();
    const focused = () =>
      panel.locator('body').evaluate((body) => {
        const { activeElement } = body.ownerDocument;
        if (!activeElement || activeElement === body) return undefined;
        const probe = body.ownerDocument.createElement('i');
        probe.style.color = 'var(--vscode-focusBorder)';
        body.append(probe);
        const ring = getComputedStyle(probe).color;
        probe.remove();
        // The controls of the toolkit draw theirs inside of themselves.
        const within = [activeElement, ...(activeElement.shadowRoot?.querySelectorAll('*') ?? [])];
        const isShown = within.some((each) => {
          const style = getComputedStyle(each);
          const hasOutline =
            style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
          return hasOutline || style.boxShadow !== 'none' || style.borderTopColor === ring;
        });
        return {
          what: `${activeElement.tagName} ${activeElement.className}`,
          text: activeElement.textContent,
          isShown,
          isFlag: activeElement.classList.contains('flag-row'),
        };
      });
    /** Tabs on until something has the focus. */
    const reach = async (
      is: (now: NonNullable<Awaited<ReturnType<typeof focused>>>) => boolean,
    ) => {
      const seen: string[] = [];
      for (let step = 0; step < 80; step++) {
        await page.keyboard.press('Tab');
        const now = await focused();
        if (!now) continue;
        assert.ok(now.isShown, `the focus can be seen on ${now.what}`);
        if (is(now)) return;
        seen.push(now.what);
      }
      assert.fail(`not reached, but ${seen.join(', ')}`);
    };
    await reach(({ what, text }) => what.startsWith('A ') && text === 'Flagged rows');
    await page.keyboard.press('Enter');
    await reach(({ isFlag }) => isFlag);
    await page.keyboard.press('ArrowDown');
    const row = panel.locator('.flag-row.active');
    const line = Number((await row.locator('.flag-line .number').textContent())?.replace(',', ''));
    await page.keyboard.press('Enter');
    await page.locator('.line-numbers', { hasText: RegExp(`^${line}$`) }).waitFor();
    // What the hint names next goes to the panel, not into the file.
    await page.keyboard.press('n');
    assert.ok((await focused())?.isFlag);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    await page.keyboard.press('Control+Enter');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await until(async () => (await workbench.cursor()) !== undefined, 'the cursor in the editor');
  });

  test('at 200% nothing is cut off at the side', async () => {
    const { page } = browser;
    // The page has half as many of its own pixels.
    await page.setViewportSize({ width: WINDOW.width / 2, height: WINDOW.height / 2 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.tab(`Strata: ${FILE}`).click();
    const overflow = () =>
      workbench
        .panel()
        .locator('body')
        .evaluate((body) => {
          const { scrollWidth, clientWidth } = body.ownerDocument.documentElement;
          return scrollWidth - clientWidth;
        });
    await until(async () => (await overflow()) <= 0, 'the page is as wide as its panel');
    await page.screenshot({ path: join(SHOTS, 'access-zoom.png') });
    await page.setViewportSize(WINDOW);
    await workbench.command('View: Toggle Primary Side Bar Visibility');
  });

  test('the width that a column is given by dragging or by keys is there again after the panel was hidden', async () => {
    const { page } = browser;
    const name = 'Width of the column Kind';
    const widthOf = async () => {
      const box = await workbench.panel().locator('.flag-header .flag-kind').boundingBox();
      return Math.round(box?.width ?? 0);
    };
    await workbench.tab(`Strata: ${FILE}`).click();
    await page.setViewportSize({ width: 2400, height: WINDOW.height });
    const handle = workbench.panel().getByRole('separator', { name });
    await handle.scrollIntoViewIfNeeded();
    const before = await widthOf();
    const { x, y, width, height } = (await handle.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 30, y + height / 2, { steps: 3 });
    await page.mouse.up();
    assert.equal(await widthOf(), before + 30);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await widthOf(), before + 14);
    await expectNoFault('columns', 'vs');
    await workbench.command('File: New Untitled Text File');
    await workbench.tab('Untitled-1').waitFor();
    await workbench.command('View: Close Editor');
    await handle.waitFor();
    assert.equal(await widthOf(), before + 14);
    await page.setViewportSize(WINDOW);
  });

  /** What is animated in the page, shadow trees included, while a file is inspected. */
  async function animatedDuringInspection(): Promise<string[]> {
    const body = workbench.panel().locator('body');
    const recording = body.evaluateHandle(({ ownerDocument }) => {
      const animated = new Set<string>();
      const look = (root: Document | ShadowRoot): void => {
        for (const { effect } of root.getAnimations()) {
          const { target } = effect as KeyframeEffect;
          animated.add(`${target?.localName ?? ''} ${target?.className ?? ''}`.trim());
        }
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
      };
      const timer = setInterval(() => look(ownerDocument), 10);
      return {
        end: () => {
          clearInterval(timer);
          return [...animated];
        },
      };
    });
    await workbench.command('Strata: Inspect Dataset');
    await workbench.panel().locator('.progress-fill').waitFor({ state: 'visible' });
    await workbench.panel().locator('.progress-fill').waitFor({ state: 'hidden' });
    return (await recording).evaluate(({ end }) => end());
  }

  test('nothing moves for who wants less motion, of VS Code or of the machine', async () => {
    await workbench.tab(`Strata: ${FILE}`).click();
    // The suites run with VS Code's own setting on.
    assert.deepEqual(await animatedDuringInspection(), []);
    await workbench
      .panel()
      .locator('body')
      .evaluate(({ classList }) => classList.remove('vscode-reduce-motion'));
    assert.ok((await animatedDuringInspection()).includes('div progress-fill'));
    await browser.page.emulateMedia({ reducedMotion: 'reduce' });
    assert.deepEqual(await animatedDuringInspection(), []);
    await browser.page.emulateMedia({ reducedMotion: null });
  });

  const tabs: Record<string, string> = {};

  test('every study of files is opened', async () => {
    /** @param shown what is there once the study has ended */
    const open = async (name: string, begin: () => Promise<void>, shown = ENDED) => {
      await begin();
      await workbench.panel().locator(shown).first().waitFor();
      const active = browser.page.locator('.tabs-container .tab.active').first();
      tabs[name] = (await active.getAttribute('data-resource-name')) ?? '';
    };
    const onFile = (command: string, file: string) => async () => {
      await workbench.openFromExplorer(file);
      await workbench.command(command);
    };
    await closeEditors();
    await open('comparison', onFile('Strata: Compare with Reference', FILE));
    await open('mixture', onFile('Strata: Explore Mixing Ratio', FILE));
    await open('selection', onFile('Strata: Select Subset', FILE));
    await open('thin-places', onFile('Strata: Where to Add Rows', FILE));
    await open('check-list', onFile('Strata: Show Check-List', FILE));
    await open('generations', () => workbench.chooseInExplorer(GENERATIONS, 'Track Generations'));
    const openExperiments = async () => {
      await onFile('Strata: Show Experiments', 'runs.csv')();
      await workbench.tab('Experiments: runs.csv').click();
      // They open beside their table.
      await workbench.command('View: Move Editor into First Group');
    };
    await open('experiments', openExperiments, 'canvas');
  });

  for (const [kind, theme] of Object.entries(THEMES)) {
    test(`axe-core finds nothing serious in any of them in the theme ${theme}`, async () => {
      await changeTheme(kind, theme);
      for (const [name, tab] of Object.entries(tabs)) {
        await browser.page.locator(`.tab[data-resource-name="${tab}"]`).click();
        const shown = name === 'experiments' ? 'canvas' : ENDED;
        await workbench.panel().locator(shown).first().waitFor();
        await openDetails();
        if (name === 'experiments') await expectTablesBehindCharts();
        await expectNoFault(name, kind);
      }
    });
  }
});
