/**
 * Gives an element these children in this order. Those that stay are not taken out: one that is would lose its focus. A
 * new one takes the focus over by its identifier, and the place of the caret with it.
 */
export function arrange(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  const staying = new Set<Node>(children);
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove();
  children.forEach((each, at) => {
    if (parent.childNodes[at] !== each) parent.insertBefore(each, parent.childNodes[at] ?? null);
  });
  if (!focused || focused.id === '' || focused.isConnected) return;
  const successor = document.getElementById(focused.id);
  successor?.focus({ preventScroll: true });
  if (isTypedIn(focused) && isTypedIn(successor)) {
    successor.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
}

const isTypedIn = (each: Element | null): each is HTMLInputElement | HTMLTextAreaElement =>
  each instanceof HTMLTextAreaElement || (each instanceof HTMLInputElement && each.type === 'text');
