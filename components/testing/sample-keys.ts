import { vi } from 'vitest';
import type { KeysPort } from '../../lib/browser/keys-port';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { LocalDate } from '../../lib/shared/local-date';
import { ok } from '../../lib/shared/result';
import type { KeyRow } from '../keys/inventory';
import { sampleAccount, sampleKey } from './sample';

/** The day of these tests, on which a sample key is 41 days old. */
export const TODAY = '2026-07-12' as LocalDate;

/** A key in use that signs in, with what a case is about put over it. */
export function sampleInventoryKey(over: Partial<InventoryKeyView> = {}): InventoryKeyView {
  return {
    ...sampleKey(),
    label: '',
    purpose: 'sign-in',
    note: '',
    compromisedAtMs: null,
    intervalDays: null,
    neverDueBecause: null,
    lastUsedAtMs: null,
    provenAtMs: null,
    refusedAtMs: null,
    revokedAtMs: null,
    use: 'active',
    integrations: [],
    placeCount: 1,
    prescribedDays: null,
    isFilled: true,
    mayBeFilled: true,
    snoozesLeft: 3,
    guardsOthers: false,
    ...over,
  };
}

/** Such a key in the list of an account, Work where no other is given. */
export function sampleRow(over: Partial<InventoryKeyView> = {}, label = 'Work'): KeyRow {
  return { account: sampleAccount({ id: `account ${label}`, label }), key: sampleInventoryKey(over), rotation: null };
}

/** A port that makes every change, with what a case is about put over it. */
export function sampleKeysPort(over: Partial<KeysPort> = {}) {
  return {
    list: vi.fn<KeysPort['list']>(async () => ok([])),
    reveal: vi.fn<KeysPort['reveal']>(async () => 'pgp_revealed'),
    copy: vi.fn<KeysPort['copy']>(async () => 'clears'),
    history: vi.fn<KeysPort['history']>(async () => ok([])),
    add: vi.fn<KeysPort['add']>(async () => ok({ keyId: 'added', notices: [] })),
    edit: vi.fn<KeysPort['edit']>(async () => []),
    remove: vi.fn<KeysPort['remove']>(async () => []),
    setSignIn: vi.fn<KeysPort['setSignIn']>(async () => []),
    setState: vi.fn<KeysPort['setState']>(async () => []),
    markCompromised: vi.fn<KeysPort['markCompromised']>(async () => []),
    snooze: vi.fn<KeysPort['snooze']>(async () => []),
    setAccountInterval: vi.fn<KeysPort['setAccountInterval']>(async () => []),
    ...over,
  };
}
