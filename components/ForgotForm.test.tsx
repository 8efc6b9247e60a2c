// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Proof } from '../lib/browser/passkey-port';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { DoorsView } from '../lib/messages/views';
import { formatRecoveryCode } from '../lib/model/recovery-code';
import { base64Encode } from '../lib/shared/base64';
import { ok } from '../lib/shared/result';
import { ForgotForm } from './ForgotForm';
import { render } from './testing/render';

const NEXT = 'violet tram under nine bridges';
const CODE = new Uint8Array(16).map((_, index) => 0xa0 + index);
const CHOICE = { credentialId: 'AQID', prfInput: 'BAUG' };
const TOUCHED: Proof = { type: 'passkey', prfOutput: 'BwgJ' };

function setUp(doors: Partial<DoorsView>, failures: readonly Failure[] = []) {
  const onRecover = vi.fn(async (_proof: Proof, _next: string) => failures);
  const prove = vi.fn(async () => ok(TOUCHED));
  render(
    <ForgotForm
      doors={{ passkeys: [], hasRecoveryCode: false, ...doors }}
      port={{ prove }}
      random={count => new Uint8Array(count)}
      now={Date.now}
      onRecover={onRecover}
    />,
  );
  return { onRecover, prove };
}

function fill(values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) {
    fireEvent.change(screen.getByLabelText(label, { exact: true }), { target: { value } });
  }
}

const NEW_PASSWORD = { 'New master password': NEXT, 'Repeat new master password': NEXT };

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

describe('ForgotForm', () => {
  it('takes a recovery code as people type it', async () => {
    const { onRecover, prove } = setUp({ hasRecoveryCode: true });
    fill({ ...NEW_PASSWORD, 'Recovery code': ` ${formatRecoveryCode(CODE).toLowerCase().replaceAll('-', ' ')}` });
    press('Open with the recovery code');
    await waitFor(() =>
      expect(onRecover).toHaveBeenCalledExactlyOnceWith({ type: 'recovery', code: base64Encode(CODE) }, NEXT),
    );
    expect(prove).not.toHaveBeenCalled();
  });

  it.each([
    ['', 'Enter the recovery code.'],
    ['A0A1-A2A3', '32 characters in 8 groups of 4; this one has 8'],
    [`U${formatRecoveryCode(CODE).slice(1)}`, '“U” at position 1 does not belong'],
    [formatRecoveryCode(CODE).replace('M2', '2M'), 'holds a slip'],
  ])('says at its field what is wrong with the code %j', async (code, sentence) => {
    const { onRecover } = setUp({ hasRecoveryCode: true });
    fill({ ...NEW_PASSWORD, 'Recovery code': code });
    press('Open with the recovery code');
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(document.activeElement).toBe(screen.getByLabelText('Recovery code', { exact: true }));
    expect(onRecover).not.toHaveBeenCalled();
  });

  it('says at its field that a code opens nothing, and keeps the new password', async () => {
    setUp({ hasRecoveryCode: true }, [failure('wrong-recovery-code')]);
    fill({ ...NEW_PASSWORD, 'Recovery code': formatRecoveryCode(CODE) });
    press('Open with the recovery code');
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(screen.getByLabelText('Recovery code', { exact: true }));
    expect(screen.getByLabelText<HTMLInputElement>('New master password', { exact: true }).value).toBe(NEXT);
  });

  it('asks for a touch only once the new password is fine', async () => {
    const { onRecover, prove } = setUp({ passkeys: [CHOICE] });
    fill({ 'New master password': NEXT, 'Repeat new master password': `${NEXT}!` });
    press('Open with a passkey');
    await screen.findByRole('alert');
    expect(prove).not.toHaveBeenCalled();
    fill(NEW_PASSWORD);
    press('Open with a passkey');
    await waitFor(() => expect(onRecover).toHaveBeenCalledExactlyOnceWith(TOUCHED, NEXT));
    expect(screen.queryByLabelText('Recovery code')).toBeNull();
  });
});
