// @ts-check

/**
 * The page in the one visible panel of a window of VS Code.
 * @param {import('playwright-core').Page} page
 */
export async function panelFrame(page) {
  const body = page
    .locator('iframe.webview.ready')
    .first()
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame()
    .locator('body');
  const frame = await (await body.elementHandle())?.ownerFrame();
  if (!frame) throw new Error('the panel has no page');
  return frame;
}
