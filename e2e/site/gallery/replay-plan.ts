import type { ValueKind } from '../../../lib/signin/classify';
import type { Outcome } from '../../../lib/signin/outcome';
import { planNext } from '../../../lib/signin/plan';
import type { Snapshot, SnapshotControl, SnapshotField } from '../../../lib/signin/snapshot';

/** What Latchkey decided on a row of snapshots: what it did, and the refusal that ended it where one did. */
export type Replay = { readonly acts: readonly string[]; readonly refusal: Outcome | null };

function nameOf(element: SnapshotField | SnapshotControl): string {
  return element.id || element.name || ('text' in element ? element.text : '') || element.label;
}

/**
 * Plans a sign-in on what was seen of a page, snapshot by snapshot, as the run does it: writes one value after the other
 * and presses once in each step, up to the press after the code. `email > login` writes the email into the element that
 * goes by "login"; `press Next` presses one; `email = login` finds it there already.
 */
export function replayPlan(snapshots: readonly Snapshot[]): Replay {
  const acts: string[] = [];
  const written: ValueKind[] = [];
  const pressedWith = new Set<string>();
  for (const snapshot of snapshots) {
    for (;;) {
      const planned = planNext(snapshot, written);
      if (!planned.ok) return { acts, refusal: planned.error };
      const plan = planned.value;
      if (plan.act === 'nothing') break;
      if (plan.act === 'write' || plan.act === 'compare') {
        acts.push(`${plan.kind} ${plan.act === 'write' ? '>' : '='} ${plan.fields.map(nameOf).join(' ')}`);
        written.push(plan.kind);
        continue;
      }
      const press = `${plan.purpose}:${written.join('+')}`;
      if (!pressedWith.has(press)) acts.push(`press ${nameOf(plan.control)}`);
      pressedWith.add(press);
      if (plan.purpose === 'lead-on' && written.includes('code')) return { acts, refusal: null };
      break;
    }
  }
  return { acts, refusal: null };
}
