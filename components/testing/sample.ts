import type { AccountView, CodesView, KeyView } from '../../lib/messages/views';
import type { LocalDate } from '../../lib/shared/local-date';

/** A key view that is 41 days old on the day of the test, with what a case is about put over it. */
export function sampleKey(over: Partial<KeyView> = {}): KeyView {
  return {
    id: 'key-1',
    masked: 'pgp_••••9f3a',
    kind: 'dashboard',
    createdOn: '2026-06-01' as LocalDate,
    dueOn: '2026-08-30' as LocalDate,
    ageDays: 41,
    daysLeft: 49,
    fraction: 41 / 90,
    state: 'fresh',
    snoozedUntil: null,
    ...over,
  };
}

/** An account view, with what a case is about put over it. */
export function sampleAccount(over: Partial<AccountView> = {}): AccountView {
  return {
    id: 'account-1',
    revision: 3,
    label: 'Work',
    email: 'ana@example.com',
    key: sampleKey(),
    hasAuthenticator: true,
    isHeld: false,
    isAuthenticatorDead: false,
    rotation: null,
    awaitsBackupCodes: false,
    unusedBackupCodes: 0,
    isDefault: false,
    isOffered: false,
    ...over,
  };
}

/** Codes of a 30 s period that ends at `validUntilMs`. */
export function sampleCodes(validUntilMs: number): CodesView {
  return {
    accountId: 'account-1',
    code: '123456',
    next: '654321',
    validUntilMs,
    periodSeconds: 30,
    clockBehindSeconds: null,
  };
}
