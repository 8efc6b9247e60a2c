import { findBoxRows } from './boxes';
import { judgeField } from './classify';
import type { Snapshot, SnapshotField } from './snapshot';
import { findTargets } from './targets';

/**
 * A field of one form that a person would fill, or the first box of a row, that may be what is missing: it leaves open what it
 * asks for, or may be a key or a code where the form has no other. Null where there is none: the form may be sent.
 */
export function findOpenField(snapshot: Snapshot, form: number): SnapshotField | null {
  const own = snapshot.fields.filter(field => field.form === form && field.visible && field.enabled);
  const targets = findTargets(snapshot).filter(target => target.form === form && target.visible);
  const taken = new Set(targets.flatMap(({ fields }) => fields));
  const isOpen = (field: SnapshotField) => {
    const { isOpen: saysNothing, mayBe } = judgeField(field);
    return saysNothing || mayBe.some(each => !targets.some(({ kind }) => kind === each));
  };
  const row = findBoxRows(own).find(found => found.isOpen);
  return row?.row[0] ?? own.find(field => !taken.has(field) && isOpen(field)) ?? null;
}
