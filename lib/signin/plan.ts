// Decides what a page asks for next. Invariants: it sees no value; a hidden field is never filled; ambiguity is a
// refusal and never a guess; nothing that could be another way in is ever pressed.
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { ValueKind } from './classify';
import { isOtherWayIn, leadsAway, leadsOn, mayLeadOn, offersCode } from './classify-control';
import { findOpenField } from './open-field';
import type { Outcome } from './outcome';
import { outcome } from './outcome';
import { findKnownForm } from './site';
import type { Snapshot, SnapshotControl, SnapshotField } from './snapshot';
import type { Target } from './targets';
import { findTargets } from './targets';

/**
 * What to do next on a page. `write` names one field, or the boxes of one code in document order; `compare` one that is
 * filled in already and cannot be typed in; `reveal` uncovers the code field, `lead-on` ends a step, `nothing` waits for the
 * page.
 */
export type PlannedAct =
  | { readonly act: 'write'; readonly kind: ValueKind; readonly fields: readonly SnapshotField[] }
  | { readonly act: 'compare'; readonly kind: 'email'; readonly fields: readonly SnapshotField[] }
  | { readonly act: 'press'; readonly purpose: 'reveal' | 'lead-on'; readonly control: SnapshotControl }
  | { readonly act: 'nothing' };

type Named = { readonly label: string; readonly id: string; readonly name: string };

const NAME_CAP = 60;

/** The order in which a person fills them, and therefore the order in which values go out: the code last. */
const ORDER: readonly ValueKind[] = ['email', 'key', 'code'];

/** The page's own words, short and without what turns text around: they stand in a sentence of ours. */
function nameOf({ label, id, name }: Named): string {
  return (label || id || name).replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').slice(0, NAME_CAP);
}

function ambiguous(candidates: readonly (Named | undefined)[]): Result<never, Outcome> {
  const named = candidates.filter(candidate => candidate !== undefined);
  return err(outcome('page-ambiguous', ...named.slice(0, 2).map(nameOf)));
}

/** Whether a page visibly asks for any of the sign-in's three values. */
export function asksForAnything(snapshot: Snapshot): boolean {
  return findTargets(snapshot).some(({ visible }) => visible);
}

/** Whether a page visibly asks for this value. */
export function asksFor(snapshot: Snapshot, wanted: ValueKind): boolean {
  return findTargets(snapshot).some(({ kind, visible }) => visible && kind === wanted);
}

/** Whether a page asks for one value alone: whatever it says to that, it says of this one. */
export function asksForOneThing(snapshot: Snapshot): boolean {
  const [only, ...others] = findTargets(snapshot).filter(({ visible }) => visible);
  return only !== undefined && others.length === 0 && findOpenField(snapshot, only.form) === null;
}

/** What keeps a page from being sent, in its own words: a field that may ask for what nothing else asks for. Null: none. */
export function nameOpenField(snapshot: Snapshot): string | null {
  const seen = findTargets(snapshot).find(({ visible }) => visible);
  const open = seen === undefined ? null : findOpenField(snapshot, seen.form);
  return open === null ? null : nameOf(open) || null;
}

/** Whether a page asks for a sign-in's values, and something lies over all of it. */
export function isCovered(snapshot: Snapshot): boolean {
  const isUnder = ({ fields }: Target) => fields.some(({ covered }) => covered);
  return !asksForAnything(snapshot) && findTargets(snapshot).some(isUnder);
}

/** Two that belong to different sign-ins: two of one kind, or in different forms. */
function findUnclear(targets: readonly Target[]): readonly Target[] {
  const twins = ORDER.map(kind => targets.filter(target => target.kind === kind)).find(({ length }) => length > 1);
  if (twins !== undefined) return twins;
  const elsewhere = targets.find(({ form }) => form !== targets[0]?.form);
  return elsewhere === undefined ? [] : targets.filter(target => target === targets[0] || target === elsewhere);
}

/** The controls that uncover a hidden field of a kind: they say so by `aria-controls`. */
function findReveals({ controls }: Snapshot, targets: readonly Target[], kind: ValueKind): readonly SnapshotControl[] {
  const covers = targets
    .filter(target => target.kind === kind && !target.visible)
    .flatMap(({ fields }) => fields.flatMap(({ hiddenBy }) => hiddenBy));
  return controls.filter(
    control => control.visible && !control.submits && covers.includes(control.controls) && !isOtherWayIn(control),
  );
}

/** The controls that could end the step whose fields stand in `form`: its submit button, else what its words say. */
function findLeadOn({ controls }: Snapshot, form: number): readonly SnapshotControl[] {
  const usable = controls.filter(control => control.visible && !isOtherWayIn(control));
  const near = usable.filter(control => control.form === form);
  const submits = near.filter(control => control.submits && !leadsAway(control));
  const [submit] = submits;
  const isOnlyWay = !near.some(control => control !== submit && mayLeadOn(control));
  if (submits.length === 1 && submits.every(each => isOnlyWay || leadsOn(each))) return submits;
  const either = (submits.length > 1 ? submits : near).filter(mayLeadOn);
  // What uncovered the code may still stand there.
  const plain = either.filter(control => !offersCode(control));
  const leading = plain.length > 0 ? plain : either;
  if (leading.length === 1) return leading.filter(leadsOn);
  // A form without a button of its own may be sent by one that stands outside of all forms.
  return leading.length > 0 || form < 0 ? leading : usable.filter(control => control.form < 0 && leadsOn(control));
}

/** The one control to press, a wait where it is disabled or missing, a refusal where it could be one of several. */
function press(purpose: 'reveal' | 'lead-on', candidates: readonly SnapshotControl[]): Result<PlannedAct, Outcome> {
  if (candidates.length > 1)
    return ambiguous(candidates.map(control => ({ ...control, label: control.text || control.label })));
  const control = candidates[0];
  return ok(control?.enabled ? { act: 'press', purpose, control } : { act: 'nothing' });
}

/**
 * What a page asks for, given which values it already has. A visible field that lacks its value comes first; then what
 * uncovers a hidden code; then the control that leads on. A disabled field or control is waited for, except for an email
 * beside fields that can be used: that one is shown, not asked for, and has to be the right one before anything is filled.
 */
export function planNext(snapshot: Snapshot, written: readonly ValueKind[]): Result<PlannedAct, Outcome> {
  const targets = findTargets(snapshot);
  const seen = targets.filter(({ visible }) => visible);
  const known = findUnclear(seen).length > 0 ? findKnownForm([...snapshot.fields, ...snapshot.controls]) : null;
  const visible = known === null ? seen : seen.filter(target => target.form === known);
  const unclear = findUnclear(visible);
  if (unclear.length > 0) return ambiguous(unclear.map(({ fields }) => fields[0]));

  const lacking = ORDER.flatMap(kind => visible.filter(target => target.kind === kind && !written.includes(kind)));
  const shown = lacking.find(({ kind, enabled }) => kind === 'email' && !enabled);
  if (shown !== undefined && visible.some(({ enabled }) => enabled)) {
    return ok({ act: 'compare', kind: 'email', fields: shown.fields });
  }
  const next = lacking.find(({ enabled }) => enabled);
  if (next !== undefined) return ok({ act: 'write', kind: next.kind, fields: next.fields });
  if (lacking.length > 0) return ok({ act: 'nothing' });

  const form = (visible[0] ?? targets[0])?.form ?? -1;
  if (findOpenField(snapshot, form) !== null) return ok({ act: 'nothing' });
  const covered = ORDER.filter(kind => !written.includes(kind) && findReveals(snapshot, targets, kind).length > 0);
  // Uncovering sends nothing, so it comes before what might send a form that lacks its code.
  if (covered.includes('code')) return press('reveal', findReveals(snapshot, targets, 'code'));
  const leadOn = visible.length === 0 ? [] : findLeadOn(snapshot, form);
  if (leadOn.length > 0) return press('lead-on', leadOn);
  const [kind] = covered;
  if (kind !== undefined) return press('reveal', findReveals(snapshot, targets, kind));
  const offers = snapshot.controls.filter(
    control => control.visible && !control.submits && control.form === form && offersCode(control),
  );
  return written.includes('code') || visible.length === 0 ? ok({ act: 'nothing' }) : press('reveal', offers);
}
