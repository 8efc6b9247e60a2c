import { sealedItem } from './sealed-item';

/** What happened to keys, sealed. */
export const historyItem = sealedItem('history');
