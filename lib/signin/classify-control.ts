// What a control does, by what it says: on with the sign-in, some other way in, or away from it.
import type { SnapshotControl } from './snapshot';
import { fold, without } from './words';
import { LEADS_AWAY, LEADS_ON, LEADS_ON_WITH, OTHER_WAY_IN, STARTS_SOMETHING_ELSE } from './words-of-controls';
import { BACKUP, CODE, gistOf, PASSWORD, SENT } from './words-of-fields';

/** What a person reads on it; its id where it shows only a picture. */
function readOn({ text, label, name, id }: SnapshotControl): string {
  return fold(text) || fold(label) || `${fold(name)} ${fold(id)}`.trim();
}

/** Whether pressing a control would start some other way in: a passkey above all, which on this site is the primary button. */
export function isOtherWayIn(control: SnapshotControl): boolean {
  const { text, label, name, id } = control;
  return [text, label, name, id].some(words => OTHER_WAY_IN.test(fold(words)));
}

/** Whether a control begins something that is no sign-in, such as a new account, a search or a newsletter. */
export function startsSomethingElse(control: SnapshotControl): boolean {
  return STARTS_SOMETHING_ELSE.test(readOn(control));
}

/** Whether a control says that it leads somewhere else: back, away, or to something that undoes. */
export function leadsAway(control: SnapshotControl): boolean {
  const words = readOn(control);
  return LEADS_AWAY.test(words) || BACKUP.test(words) || startsSomethingElse(control);
}

/** Whether a control says, among other things, that it goes on. */
export function mayLeadOn(control: SnapshotControl): boolean {
  return LEADS_ON.test(readOn(control)) && !isOtherWayIn(control) && !leadsAway(control);
}

/** Whether a control's words say that it goes on with the sign-in, and nothing besides. */
export function leadsOn(control: SnapshotControl): boolean {
  return mayLeadOn(control) && without(readOn(control), LEADS_ON, LEADS_ON_WITH) === '';
}

/** Whether a control offers the code of an authenticator: it may uncover the field without saying so in its attributes. */
export function offersCode(control: SnapshotControl): boolean {
  const words = readOn(control);
  const isCode =
    CODE.test(words) ||
    /^(?:use |with |mit |met )?(?:a |een |einem |)code(?: gebruiken| verwenden)?$/u.test(gistOf(words));
  return isCode && !PASSWORD.test(words) && !SENT.test(words) && !isOtherWayIn(control) && !leadsAway(control);
}
