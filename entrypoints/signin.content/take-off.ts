// Whether a page sends by itself what is in it, as many do with the last digit. No script of an extension is told that a
// request of the page is under way; what tells is that its form is no longer as ready as it was before the write.
import { readPage } from './read-page';
import { findAllIn } from './unclobbered';
import type { TextField } from './walk-page';
import { formOf, isOutOfUse } from './walk-page';

/** What a form is ready for: the buttons beside these fields that could be pressed, the fields themselves, and the page. */
export function readReadiness(fields: readonly TextField[]): readonly string[] {
  const form = fields[0] ? formOf(fields[0]) : null;
  const { snapshot, controls } = readPage();
  const usable = snapshot.controls.filter(({ visible, enabled }, index) => {
    const control = controls[index];
    return visible && enabled && control !== undefined && formOf(control) === form;
  });
  return [
    ...usable.map(({ id, name, text }) => [id, name, text].join('|')),
    ...(fields.some(field => isOutOfUse(field) || field.readOnly) ? [] : ['usable']),
    ...(findAllIn(document, '[aria-busy=true]').length > 0 ? [] : ['idle']),
  ];
}

/** Whether a form has become busy since: a button has gone, closed or changed its words, or a field has. */
export function hasTakenOff(before: readonly string[], fields: readonly TextField[]): boolean {
  if (!fields.every(field => field.isConnected)) return true;
  const now = readReadiness(fields);
  return before.some(each => !now.includes(each));
}
