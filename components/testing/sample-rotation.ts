import { vi } from 'vitest';
import type { RotationPort } from '../../lib/browser/rotation-port';
import type { AccountKeysView, InventoryKeyView, RotationView } from '../../lib/messages/key-views';
import { sampleInventoryKey } from './sample-keys';

/** A key in use that signs in and has a name, with what a case is about put over it. */
export function sampleMainKey(over: Partial<InventoryKeyView> = {}): InventoryKeyView {
  return sampleInventoryKey({ label: 'Main', ...over });
}

/** A new key that waits to be checked. */
export function sampleNewKey(over: Partial<InventoryKeyView> = {}): InventoryKeyView {
  return sampleMainKey({ id: 'key-2', masked: 'pgp_••••77aa', use: 'staged', isFilled: false, ...over });
}

/** A rotation of that key under way, on a site where its owner generates keys. */
export function sampleRotation(over: Partial<RotationView> = {}): RotationView {
  return {
    oldKeyId: 'key-1',
    newKeyId: 'key-2',
    issue: 'documented',
    isTrying: false,
    signInAsksForKey: true,
    stage: 'check',
    ...over,
  };
}

/** The keys of an account. */
export function sampleKeys(keys: readonly InventoryKeyView[], rotation: RotationView | null = null): AccountKeysView {
  return { accountId: 'account-1', intervalDays: null, neverDueBecause: null, keys, rotation };
}

/** A port whose every step is taken, with what a case is about put over it. */
export function sampleRotationPort(over: Partial<RotationPort> = {}) {
  return {
    begin: vi.fn<RotationPort['begin']>(async () => []),
    addNewKey: vi.fn<RotationPort['addNewKey']>(async () => []),
    step: vi.fn<RotationPort['step']>(async () => []),
    check: vi.fn<RotationPort['check']>(async () => []),
    checkRevoked: vi.fn<RotationPort['checkRevoked']>(async () => []),
    copy: vi.fn<RotationPort['copy']>(async () => 'clears'),
    remove: vi.fn<RotationPort['remove']>(async () => []),
    openKeysPage: vi.fn<RotationPort['openKeysPage']>(async () => {}),
    openLoginPage: vi.fn<RotationPort['openLoginPage']>(async () => {}),
    ...over,
  };
}
