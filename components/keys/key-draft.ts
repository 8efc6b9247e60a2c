import type { KeyEdit } from '../../lib/browser/keys-port';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { IntervalDraft } from './interval-draft';
import { draftOfInterval } from './interval-draft';

/** The form of one key, as typed. */
export type KeyDraft = IntervalDraft & {
  readonly label: string;
  readonly purpose: InventoryKeyView['purpose'];
  readonly createdOn: string;
  readonly note: string;
};

type Said = Pick<InventoryKeyView, 'label' | 'purpose' | 'createdOn' | 'note' | 'intervalDays' | 'neverDueBecause'>;

/** What the form says, in the shape in which changes are sent. */
type Sent = Required<Omit<KeyEdit['changes'], 'integrations'>>;

/** The form as it is opened on a key. */
export function draftOfKey(key: Said): KeyDraft {
  const { label, purpose, createdOn, note } = key;
  return { label, purpose, createdOn, note, ...draftOfInterval(key) };
}

/** What was opened, in the shape in which changes are sent. */
function saidOf({ label, purpose, createdOn, note, intervalDays, neverDueBecause }: Said): Sent {
  return { label, purpose, createdOn, note, interval: { intervalDays, neverDueBecause } };
}

const FIELDS = ['label', 'purpose', 'createdOn', 'note', 'interval'] as const;

/** The fields that were changed since a key's form was opened, and what stood in them then. Null where none was. */
export function editOf(opened: Said, typed: Sent): KeyEdit | null {
  const before = saidOf(opened);
  const changed = FIELDS.filter(name => JSON.stringify(typed[name]) !== JSON.stringify(before[name]));
  if (changed.length === 0) return null;
  const pick = (from: typeof before) => Object.fromEntries(changed.map(name => [name, from[name]]));
  return { changes: pick(typed), opened: pick(before) };
}

/**
 * A draft over what its key has become meanwhile: what was typed stays, and what was not follows. The interval is one field.
 */
export function rebaseDraft(draft: KeyDraft, opened: Said, newest: Said): KeyDraft {
  const before = draftOfKey(opened);
  const now = draftOfKey(newest);
  const isTyped = (names: readonly (keyof KeyDraft)[]) => names.some(name => draft[name] !== before[name]);
  const kept = (['label', 'purpose', 'createdOn', 'note'] as const).filter(name => isTyped([name]));
  const interval = isTyped(['choice', 'intervalDays', 'reason']) ? draft : now;
  return {
    ...now,
    ...Object.fromEntries(kept.map(name => [name, draft[name]])),
    ...{ choice: interval.choice, intervalDays: interval.intervalDays, reason: interval.reason },
  };
}
