// Takes the place of lib/browser/spare-store where there is no IndexedDB, which is wherever these tests run:
//   vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
import type { Bytes } from '../../lib/shared/bytes';

const stored = new Map<string, Bytes>();

export const spareStore = {
  read: async (name: string): Promise<Bytes | null> => stored.get(name) ?? null,
  savedAtMs: async (): Promise<null> => null,
  write: async (name: string, envelope: Bytes): Promise<void> => void stored.set(name, envelope.slice()),
  erase: async (): Promise<void> => stored.clear(),
};
