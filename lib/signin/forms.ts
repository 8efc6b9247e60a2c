// Forms that are plainly for something else than signing in: their email is a newsletter's, their password a new account's.
import { findBoxRows } from './boxes';
import type { Verdict } from './classify';
import { judgeField } from './classify';
import { leadsOn, startsSomethingElse } from './classify-control';
import type { Snapshot, SnapshotControl, SnapshotField } from './snapshot';
import { foldSaid } from './words';
import { BACKUP, PERSONAL, REPEATED } from './words-of-fields';

/** Whether what sends it begins something else, and no button of it leads on. */
function doesSomethingElse(controls: readonly SnapshotControl[]): boolean {
  const submits = controls.filter(control => control.submits);
  const speaking = submits.length > 0 ? submits : controls;
  return speaking.some(startsSomethingElse) && !controls.some(leadsOn);
}

/** Whether it asks who someone is, for something new, or for a way back in. */
function asksForPerson({ type, label, placeholder, name, autocomplete }: SnapshotField): boolean {
  if (/\bnew-password\b/iu.test(autocomplete)) return true;
  const texts = [label, placeholder, name].map(foldSaid);
  return texts.some(text => PERSONAL.test(text) || BACKUP.test(text) || (type === 'password' && REPEATED.test(text)));
}

/** Whether a code is asked for, or may be. */
function asksForCode(fields: readonly SnapshotField[]): boolean {
  const mayAsk = ({ kind, mayBe }: Verdict) => kind === 'code' || mayBe.includes('code');
  return findBoxRows(fields).some(({ isCode }) => isCode) || fields.some(field => mayAsk(judgeField(field)));
}

/** The numbers of the forms in which nothing is to be filled and nothing pressed. */
export function findOtherForms({ fields, controls }: Snapshot): ReadonlySet<number> {
  const numbers = new Set(fields.map(({ form }) => form).filter(form => form >= 0));
  const others = Array.from(numbers).filter(form => {
    if (doesSomethingElse(controls.filter(control => control.form === form))) return true;
    const own = fields.filter(field => field.form === form);
    return own.some(field => field.visible && asksForPerson(field)) && !asksForCode(own);
  });
  return new Set(others);
}
