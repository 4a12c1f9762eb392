// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { mapCanvas } from '../../../../src/webview/client/mapCanvas.ts';

it('ends a drag that the system takes over: what follows is no part of it', () => {
  const onHover = vi.fn();
  const listener = { onHover, onOpen: vi.fn(), onSelect: vi.fn(), onEscape: vi.fn() };
  const map = { positions: new Float32Array([0, 0]), lines: new Uint32Array([1]) } as never;
  const { element } = mapCanvas(map, 'Map', listener);
  element.setPointerCapture = () => undefined;
  const tell = (type: string, x: number) =>
    element.dispatchEvent(new PointerEvent(type, { button: 0, clientX: x, clientY: x }));
  tell('pointerdown', 0);
  tell('pointermove', 90);
  expect(onHover).not.toHaveBeenCalled();
  tell('pointercancel', 90);
  tell('pointermove', 95);
  expect(onHover).toHaveBeenCalledOnce();
  tell('pointerup', 95);
  expect(listener.onOpen).not.toHaveBeenCalled();
});
