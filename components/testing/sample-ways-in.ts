import { fireEvent, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { WaysInPort } from '../../lib/browser/ways-in-port';
import type { WayInView } from '../../lib/messages/views';
import type { RandomBytes } from '../../lib/shared/bytes';
import type { LocalDate } from '../../lib/shared/local-date';
import { ok } from '../../lib/shared/result';

export const PASSWORD: WayInView = { id: 'p', type: 'password', name: '', choice: null };
export const RECOVERY: WayInView = { id: 'r', type: 'recovery', name: '', choice: null };
export const TODAY = '2026-07-12' as LocalDate;

/** The code of docs/vault-format.md, of which groups 1 and 6 are asked for. */
export const rising: RandomBytes = count => Uint8Array.from({ length: count }, (_, index) => 0xa0 + index);
export const CODE_GROUPS = ['M2GT', '58X4', 'MPKA', 'FA59', 'NANT', 'SBDE', 'NYS2', 'A93F'];
export const CODE_BASE64 = 'oKGio6SlpqeoqaqrrK2urw==';

/** A passkey that is a way in under the given name, which is its id as well. */
export function samplePasskey(name: string): WayInView {
  return { id: name, type: 'passkey', name, choice: { credentialId: `credential of ${name}`, prfInput: 'input' } };
}

/** A port whose every prompt is answered and whose every change is made, with what a case is about put over it. */
export function samplePort(over: Partial<WaysInPort> = {}) {
  return {
    prove: vi.fn<WaysInPort['prove']>(async () => ok({ type: 'passkey', prfOutput: 'proof' })),
    make: vi.fn<WaysInPort['make']>(async name =>
      ok({ credentialId: `credential of ${name}`, prfInput: 'made', prfOutput: 'made' }),
    ),
    touchAnew: vi.fn<WaysInPort['touchAnew']>(async ({ credentialId }) =>
      ok({ credentialId, prfInput: 'fresh', prfOutput: 'fresh' }),
    ),
    changePassword: vi.fn<WaysInPort['changePassword']>(async () => []),
    addPasskey: vi.fn<WaysInPort['addPasskey']>(async () => []),
    setRecoveryCode: vi.fn<WaysInPort['setRecoveryCode']>(async () => []),
    rename: vi.fn<WaysInPort['rename']>(async () => []),
    remove: vi.fn<WaysInPort['remove']>(async () => []),
    renewKey: vi.fn<WaysInPort['renewKey']>(async () => []),
    ...over,
  };
}

export function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

export function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label, { exact: true }), { target: { value } });
}

/** Waits for a heading, which is where a step begins. */
export function atStep(name: string): Promise<HTMLElement> {
  return screen.findByRole('heading', { name });
}
