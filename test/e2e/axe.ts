import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, FrameLocator } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds in a page that keeps a person out or gives them much trouble, in one line each.
 * @param within the page in a panel
 */
export async function seriousFaults(within: FrameLocator): Promise<string[]> {
  const frame = await frameOf(within);
  if (!(await frame.evaluate('typeof axe === "object"'))) await frame.evaluate(SOURCE);
  const results = await frame.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"], iframes: false })',
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map(
            ({ target, failureSummary }) =>
              `${target.join(' ')} (${failureSummary?.split('\n').slice(1, 2).join('').trim()})`,
          )
          .slice(0, 5)
          .join('; ')}`,
    );
}

async function frameOf(within: FrameLocator): Promise<Frame> {
  const body = await within.locator('body').elementHandle();
  const frame = await body.ownerFrame();
  if (!frame) throw new Error('the panel has no page');
  return frame;
}
