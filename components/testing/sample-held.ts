import { vi } from 'vitest';
import type { HeldPort, HeldTouch } from '../../lib/browser/held-port';
import type { HeldView } from '../../lib/messages/views';
import { ok } from '../../lib/shared/result';
import { sampleCodes } from './sample';

export const TOUCH: HeldTouch = { type: 'passkey', wrapId: 'wrap of Laptop', prfOutput: 'touched' };

/** What passkeys of the given names hold. */
export function sampleHeld(names: readonly string[] = ['Laptop'], keepOpenMinutes = 0): HeldView {
  const passkeys = names.map(name => ({
    wrapId: `wrap of ${name}`,
    name,
    credentialId: `credential of ${name}`,
    prfInput: 'input',
  }));
  return { passkeys, keepOpenMinutes };
}

/** A port whose every prompt is answered and whose every change is made, with what a case is about put over it. */
export function sampleHeldPort(over: Partial<HeldPort> = {}) {
  return {
    read: vi.fn<HeldPort['read']>(async () => ({ held: sampleHeld(), canTouch: true })),
    touch: vi.fn<HeldPort['touch']>(async () => ok(TOUCH)),
    make: vi.fn<HeldPort['make']>(async name =>
      ok({ credentialId: `credential of ${name}`, prfInput: 'made', prfOutput: 'made' }),
    ),
    prove: vi.fn<HeldPort['prove']>(async () => ok({ type: 'passkey', prfOutput: 'proof' })),
    code: vi.fn<HeldPort['code']>(async () => ok({ ...sampleCodes(Date.now() + 15_000), next: '' })),
    open: vi.fn<HeldPort['open']>(async () => []),
    close: vi.fn<HeldPort['close']>(async () => []),
    setUp: vi.fn<HeldPort['setUp']>(async () => []),
    hold: vi.fn<HeldPort['hold']>(async () => []),
    release: vi.fn<HeldPort['release']>(async () => []),
    addPasskey: vi.fn<HeldPort['addPasskey']>(async () => []),
    removePasskey: vi.fn<HeldPort['removePasskey']>(async () => []),
    setRecoveryCode: vi.fn<HeldPort['setRecoveryCode']>(async () => []),
    setKeepOpen: vi.fn<HeldPort['setKeepOpen']>(async () => []),
    ...over,
  };
}
