// Decides what a page asks for next. Invariants: it sees no value; a hidden field is never filled; ambiguity is a
// refusal and never a guess; nothing that could be another way in is ever pressed.
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { ValueKind } from './classify';
import { classifyField, isOtherWayIn, leadsAway, leadsOn } from './classify';
import type { Outcome } from './outcome';
import { outcome } from './outcome';
import type { Snapshot, SnapshotControl, SnapshotField } from './snapshot';

/** What to do next on a page. `reveal` uncovers the code field, `lead-on` ends a step, `nothing` waits for the page. */
export type PlannedAct =
  | { readonly act: 'write'; readonly kind: ValueKind; readonly field: SnapshotField }
  | { readonly act: 'press'; readonly purpose: 'reveal' | 'lead-on'; readonly control: SnapshotControl }
  | { readonly act: 'nothing' };

const NAME_CAP = 60;

/** The order in which a person fills them, and therefore the order in which values go out: the code last. */
const ORDER: readonly ValueKind[] = ['email', 'key', 'code'];

/** The page's own words, short and without what turns text around: they stand in a sentence of ours. */
function nameOf({ label, id, name }: { label: string; id: string; name: string }): string {
  return (label || id || name).replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').slice(0, NAME_CAP);
}

function fieldsOfKind(snapshot: Snapshot, kind: ValueKind): readonly SnapshotField[] {
  return snapshot.fields.filter(field => classifyField(field) === kind);
}

/** Whether a page visibly asks for any of the sign-in's three values. */
export function asksForAnything(snapshot: Snapshot): boolean {
  return snapshot.fields.some(field => field.visible && classifyField(field) !== null);
}

function ambiguous(candidates: readonly { label: string; id: string; name: string }[]): Result<never, Outcome> {
  return err(outcome('page-ambiguous', ...candidates.slice(0, 2).map(nameOf)));
}

/** The button that uncovers a hidden code field: it says so itself, by `aria-controls`. */
function findReveal(snapshot: Snapshot): readonly SnapshotControl[] {
  const covers = fieldsOfKind(snapshot, 'code').flatMap(field => (field.visible ? [] : field.hiddenBy));
  return snapshot.controls.filter(
    control => control.visible && !control.submits && covers.includes(control.controls) && !isOtherWayIn(control),
  );
}

/** The controls that could end the step whose fields stand in `forms`: its submit button, else what its words say. */
function findLeadOn(snapshot: Snapshot, forms: ReadonlySet<number>): readonly SnapshotControl[] {
  const reveals = findReveal(snapshot);
  const near = snapshot.controls.filter(
    control => control.visible && forms.has(control.form) && !isOtherWayIn(control) && !reveals.includes(control),
  );
  const submits = near.filter(control => control.submits && !leadsAway(control));
  if (submits.length === 1) return submits;
  return (submits.length > 1 ? submits : near).filter(leadsOn);
}

/**
 * What a page asks for, given which values it already has. A visible field that lacks its value comes first; then the
 * control that leads on. A disabled field or control is waited for.
 */
export function planNext(snapshot: Snapshot, written: readonly ValueKind[]): Result<PlannedAct, Outcome> {
  const visible = ORDER.map(kind => ({ kind, fields: fieldsOfKind(snapshot, kind).filter(field => field.visible) }));
  const unclear = visible.find(({ fields }) => fields.length > 1);
  if (unclear !== undefined) return ambiguous(unclear.fields);

  for (const { kind, fields } of visible) {
    const field = fields[0];
    if (field === undefined || written.includes(kind)) continue;
    return ok(field.enabled ? { act: 'write', kind, field } : { act: 'nothing' });
  }
  if (visible.every(({ fields }) => fields.length === 0)) return ok({ act: 'nothing' });

  const forms = new Set(visible.flatMap(({ fields }) => fields.map(field => field.form)));
  const leadOn = findLeadOn(snapshot, forms);
  const purpose = leadOn.length > 0 ? 'lead-on' : 'reveal';
  const candidates = leadOn.length > 0 ? leadOn : findReveal(snapshot);
  if (candidates.length > 1)
    return ambiguous(candidates.map(control => ({ ...control, label: control.text || control.label })));
  const control = candidates[0];
  return ok(control?.enabled ? { act: 'press', purpose, control } : { act: 'nothing' });
}
