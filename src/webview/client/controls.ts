import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodePanelTab,
  vsCodePanelView,
  vsCodePanels,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { setAttributes } from './element.ts';

/** The one file that knows the toolkit: what it makes are plain elements with plain callbacks. */

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodePanels(),
  vsCodePanelTab(),
  vsCodePanelView(),
  vsCodeProgressRing(),
  vsCodeTextField(),
);

interface ValueElement extends HTMLElement {
  value: string;
}

export interface ButtonOptions {
  readonly id?: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly icon?: IconName;
  onClick(): void;
}

export function button(label: string, options: ButtonOptions): HTMLElement {
  const created = toolkitElement('vscode-button', {
    appearance: options.primary ? 'primary' : 'secondary',
    ...(options.id !== undefined && { id: `action-${options.id}` }),
    ...(options.disabled && { disabled: '' }),
  });
  if (options.icon) {
    const glyph = icon(options.icon);
    glyph.setAttribute('slot', 'start');
    created.append(glyph);
  }
  created.append(label);
  created.addEventListener('click', () => options.onClick());
  return created;
}

/** A button that shows an icon only; `label` names it. */
export function iconButton(label: string, name: IconName, onClick: () => void): HTMLElement {
  const created = toolkitElement('vscode-button', {
    appearance: 'icon',
    'aria-label': label,
    title: label,
  });
  created.append(icon(name));
  created.addEventListener('click', onClick);
  return created;
}

export function checkbox(
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
  id?: string,
): HTMLElement {
  const created = toolkitElement(
    'vscode-checkbox',
    id === undefined ? {} : { id },
  ) as HTMLElement & { checked: boolean };
  created.append(label);
  created.checked = checked;
  created.addEventListener('change', () => onChange(created.checked));
  return created;
}

/** @param options values with their labels, in order; `selected` is one of the values */
export function dropdown(
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  selected: string,
  onChange: (value: string) => void,
  id?: string,
): HTMLElement {
  const created = toolkitElement('vscode-dropdown', {
    'aria-label': label,
    ...(id !== undefined && { id }),
  }) as ValueElement;
  for (const { value, label: text } of options) {
    const option = toolkitElement('vscode-option', { value, title: text });
    if (value === selected) option.setAttribute('selected', '');
    option.append(text);
    created.append(option);
  }
  created.addEventListener('change', () => onChange(created.value));
  return created;
}

/** @param label names the field; it is read out, and shown only where it is the placeholder too */
export function textField(
  label: string,
  placeholder: string,
  value: string,
  onInput: (value: string) => void,
): ValueElement {
  const created = toolkitElement('vscode-text-field', { placeholder }) as ValueElement;
  // The toolkit makes its content the name, and gives a general one to a field that has none.
  created.append(label);
  created.value = value;
  created.addEventListener('input', () => onInput(created.value));
  return created;
}

export function progressRing(): HTMLElement {
  return toolkitElement('vscode-progress-ring', { 'aria-hidden': 'true' });
}

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Made when the tab is first shown. */
  content(): Node;
}

/** Tabs that are named by `label`; `prefix` keeps their ids apart from those of other tabs of the page. */
export function tabs(
  label: string,
  prefix: string,
  items: readonly Tab[],
  selected: string,
  onChange: (id: string) => void,
): HTMLElement {
  const created = toolkitElement('vscode-panels', {
    activeid: `${prefix}-${selected}`,
    'aria-label': label,
  }) as HTMLElement & { activeid: string };
  const views = new Map<string, { view: HTMLElement; item: Tab }>();
  for (const item of items) {
    const tab = toolkitElement('vscode-panel-tab', { id: `${prefix}-${item.id}` });
    tab.append(item.label);
    created.append(tab);
  }
  for (const item of items) {
    const view = toolkitElement('vscode-panel-view', { id: `${prefix}-${item.id}-view` });
    views.set(`${prefix}-${item.id}`, { view, item });
    created.append(view);
  }
  const show = (id: string) => {
    const entry = views.get(id);
    if (entry && !entry.view.hasChildNodes()) entry.view.append(entry.item.content());
    return entry?.item.id;
  };
  show(`${prefix}-${selected}`);
  created.addEventListener('change', (event) => {
    if (event.target !== created) return;
    // The attribute follows the property later.
    const id = show(created.activeid);
    if (id !== undefined) onChange(id);
  });
  return created;
}

function toolkitElement(tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const created = document.createElement(tag);
  setAttributes(created, attributes);
  return created;
}
