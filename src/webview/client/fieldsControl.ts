import type { FieldRole, HeadView } from '../protocol.ts';
import { FIELD_ROLES } from '../protocol.ts';
import { button, dropdown } from './controls.ts';
import { element } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** No key of a file can be it: drop-downs need a value for "automatic" that is not a field's name. */
const AUTOMATIC = '\u0000automatic';

/** Lets a person say which field is the instruction, the response and the tags. */
export function fieldsControl(head: HeadView, page: PageContext): HTMLElement {
  const { words } = page;
  const chosen: Partial<Record<FieldRole, string>> = { ...head.chosen };
  const rows = FIELD_ROLES.map((role) => {
    const select = dropdown(
      words[role],
      options(head, head.chosen[role], words.automatic),
      head.chosen[role] ?? AUTOMATIC,
      (value) => {
        if (value === AUTOMATIC) Reflect.deleteProperty(chosen, role);
        else chosen[role] = value;
      },
    );
    return element('div', { class: 'field-choice' }, element('span', {}, words[role]), select);
  });
  const apply = button(words.apply, {
    primary: true,
    onClick: () => page.post({ type: 'chooseFields', ...chosen }),
  });
  return element(
    'details',
    { class: 'fields-control' },
    element('summary', {}, words.chooseFields),
    element('div', { class: 'field-choices' }, ...rows, apply),
  );
}

function options(head: HeadView, chosen: string | undefined, automatic: string) {
  const listed = head.choices.map(({ name, label }) => ({ value: name, label }));
  const isListed = chosen === undefined || listed.some(({ value }) => value === chosen);
  return [
    { value: AUTOMATIC, label: automatic },
    ...listed,
    ...(isListed ? [] : [{ value: chosen, label: chosen }]),
  ];
}
