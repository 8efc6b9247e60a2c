import type { Key } from '../model/key';
import type { KeyChanges } from './inventory';

/** What a key says where a form may say something else, in the form's own shape: ticks of a rotation are no part of it. */
function said(key: Key): Required<KeyChanges> {
  const { label, note, purpose, createdOn, intervalDays, neverDueBecause } = key;
  const integrations = key.integrations.map(({ done: _, ...place }) => place);
  return { label, note, purpose, createdOn, intervalDays, neverDueBecause, integrations };
}

/** What stood in some fields of a form, as the page says. */
type Opened = { readonly [Field in keyof KeyChanges]?: unknown };

/**
 * Whether a key has become something else since a form was opened on it: `opened` holds what stood then in the fields that
 * the form changes. The others may have changed, since two windows that change different fields both win.
 */
export function isOvertaken(key: Key, opened: Opened): boolean {
  const now = said(key);
  return (Object.keys(opened) as (keyof Opened)[]).some(
    name => JSON.stringify(opened[name]) !== JSON.stringify(now[name]),
  );
}
