// Puts the cheap derivation in the place of Argon2id. A test imports this file first: what is loaded before it keeps the
// real one.
import { vi } from 'vitest';

vi.mock('../crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../crypto/kdf')>()),
  derivePasswordKey: (await import('./cheap-kdf.testing')).deriveCheaply,
}));
