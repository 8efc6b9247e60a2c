import * as v from 'valibot';
import { storedItem } from './stored-item';

/** Set while the disk may still hold what a change has written over in every copy. Holds nothing else. */
export const scrubItem = storedItem('local', 'scrub', v.literal(true));
