import * as v from 'valibot';
import type { Status } from '../messages/views';
import type { StoredItem } from './stored-item';
import { storedItem } from './stored-item';

const phase = v.picklist(['absent', 'locked', 'unlocked', 'damaged']);

/** What pages subscribe to, kept in session storage by the worker and derived again at every wake. */
export const statusItem: StoredItem<Status> = storedItem(
  'session',
  'status',
  v.custom<Status>(value => v.is(v.looseObject({ phase, revision: v.number() }), value)),
);
