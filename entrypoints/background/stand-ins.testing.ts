// What stands in for the browser, the disk and Argon2id in the worker's tests about signing in. A test imports this file
// first: what is loaded before it keeps the real ones.
import '../../lib/vault/with-cheap-kdf.testing';
import { vi } from 'vitest';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));
vi.mock('../../lib/browser/login-tab', () => import('./login-tab.testing'));
vi.mock('../../lib/browser/popup', () => import('./popup.testing'));
vi.mock('../../lib/browser/badge', () => import('./badge.testing'));
vi.mock('../../lib/browser/notify', () => import('./notify.testing'));
/** The name of a text and what is put into it. */
vi.mock('../../lib/browser/text', () => ({
  t: (name: string, given: readonly unknown[] = []) => [name, ...given].join(' '),
}));
