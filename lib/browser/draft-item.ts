import { sealedItem } from './sealed-item';

/** The drafts of account forms, sealed. */
export const draftItem = sealedItem('draft');
