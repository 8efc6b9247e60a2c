import { dueIndexSchema } from '../keys/due-index';
import { storedItem } from './stored-item';

/** The days on which keys fall due: readable while locked, so it holds days and nothing else. */
export const dueItem = storedItem('local', 'due', dueIndexSchema);
