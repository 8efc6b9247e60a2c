import type { RandomBytes } from '../../lib/shared/bytes';

/** The browser's own generator. */
export const randomBytes: RandomBytes = byteCount => crypto.getRandomValues(new Uint8Array(byteCount));
