import type { ValueKind } from './classify';
import { planNext } from './plan';
import type { Snapshot } from './snapshot';

/** The plan in one line: `write email into email`, `press submit-btn to lead-on`, `nothing`, or the refusal and its details. */
export function plan(snapshot: Snapshot, ...written: readonly ValueKind[]): string {
  const planned = planNext(snapshot, written);
  if (!planned.ok) return [planned.error.code, ...planned.error.details].join(' | ');
  const { value } = planned;
  if (value.act === 'compare') return `compare ${value.kind} with ${value.fields.map(({ id }) => id).join(' ')}`;
  if (value.act === 'write') return `write ${value.kind} into ${value.fields.map(({ id }) => id).join(' ')}`;
  return value.act === 'press' ? `press ${value.control.id} to ${value.purpose}` : 'nothing';
}
