import type { ValueKind } from '../../lib/signin/classify';
import type { TextField } from './walk-page';

/** Says whether a field is still the one that the worker decided about: asked after every turn that the page had. */
export type IsStill = (field: TextField) => boolean;

/** Whether a person could have typed so much into it: a script may write past `maxlength`, and the page then refuses it. */
export function hasRoom({ maxLength }: TextField, value: string): boolean {
  return maxLength < 0 || value.length <= maxLength;
}

/**
 * Writes a value where a person would have typed it. The order matters: the value first and then the event, or frameworks
 * that control the field see nothing (measured on React, Vue and plain pages).
 */
export function writeWhole(field: TextField, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

/** Writes one more character, announced as typing is. False where the page made another field of it meanwhile. */
function typeOne(field: TextField, character: string, isStill: IsStill): boolean {
  const typed = { bubbles: true, composed: true, inputType: 'insertText', data: character };
  const isLeftToUs = field.dispatchEvent(new InputEvent('beforeinput', { ...typed, cancelable: true }));
  if (!isStill(field)) return false;
  if (isLeftToUs) {
    field.value += character;
    field.dispatchEvent(new InputEvent('input', typed));
  }
  return true;
}

/** Writes a value character by character, for fields that check each of them and take no more than one at a time. */
export function typeOut(field: TextField, value: string, isStill: IsStill): void {
  field.value = '';
  for (const character of value) if (!typeOne(field, character, isStill)) return;
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

/** Offers the whole code to the first of its boxes, as pasting does: pages made of boxes share it out themselves. */
export function pasteInto(box: TextField, value: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', value);
  const pasted = { bubbles: true, composed: true, cancelable: true, clipboardData };
  box.dispatchEvent(new ClipboardEvent('paste', pasted));
}

/** Writes a code into its boxes, one character each, whatever the page does with the focus. */
export function writeEach(boxes: readonly TextField[], value: string, isStill: IsStill): void {
  for (const [index, box] of boxes.entries()) {
    if (!isStill(box)) return;
    box.value = '';
    if (!typeOne(box, value.charAt(index), isStill)) return;
  }
}

/** Whether a field holds a value as far as a sign-in is concerned: masks put spaces or dashes into keys and codes. */
export function holds({ value: held }: TextField, value: string, kind: ValueKind): boolean {
  if (kind === 'email') return held.trim().toLowerCase() === value.toLowerCase();
  return held.replace(/[\s-]/gu, '') === value.replace(/[\s-]/gu, '');
}
