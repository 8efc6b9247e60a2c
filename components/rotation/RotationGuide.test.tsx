// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { failure } from '../../lib/messages/failures';
import type { AccountKeysView, InventoryKeyView } from '../../lib/messages/key-views';
import { render } from '../testing/render';
import {
  sampleKeys,
  sampleMainKey,
  sampleNewKey,
  sampleRotation,
  sampleRotationPort,
} from '../testing/sample-rotation';
import { RotationGuide } from './RotationGuide';

const CI = { id: 'ci', name: 'CI', where: 'repository secrets', owner: 'Robin', note: '', done: false };
const OLD = sampleMainKey();
const NEW = sampleNewKey();

function show(account: AccountKeysView, over: Partial<RotationPort> = {}, seenUntilMs: number | null = null) {
  const port = sampleRotationPort(over);
  const onGivenUp = vi.fn();
  const oldKey = account.keys[0] ?? OLD;
  const guide = (next: AccountKeysView, untilMs = seenUntilMs) => (
    <RotationGuide {...{ oldKey, port, onGivenUp }} seenUntilMs={untilMs} account={next} />
  );
  const { rerender } = render(guide(account));
  const goOn = (next: AccountKeysView, untilMs = seenUntilMs) => rerender(guide(next, untilMs));
  return { port, onGivenUp, goOn };
}

const underWay = (over: Parameters<typeof sampleRotation>[0], keys: readonly InventoryKeyView[] = [OLD, NEW]) =>
  sampleKeys(keys, sampleRotation(over));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.getByRole('heading', { level: 2, name });
const radio = (name: string | RegExp) => screen.getByRole('radio', { name });

describe('before a rotation', () => {
  it('says what an open dashboard is for, and begins with it', async () => {
    const { port } = show(sampleKeys([OLD]), {}, Date.now() + 60_000);
    heading('Stay able to sign in');
    expect(screen.getByText(/while signed out of the dashboard locks you out/)).toBeDefined();
    expect(screen.getByText(/Latchkey saw it\. That counts until/)).toBeDefined();
    press('Start the rotation');
    await waitFor(() => expect(port.begin).toHaveBeenCalledWith('account-1', 'key-1', 'documented', null));
  });

  it('leads to the dashboard where it was not seen, or not lately, and says why it stops', async () => {
    const begin = async () => [failure('guard-signed-out')];
    const { port, goOn } = show(sampleKeys([OLD]), { begin }, Date.now() - 1);
    press('Open the dashboard');
    expect(port.openKeysPage).toHaveBeenCalled();
    press('Start the rotation');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Revoking the primary key while signed out of the dashboard locks you out.');
    goOn(sampleKeys([OLD]), Date.now() + 60_000);
    expect(screen.getByText(/Latchkey saw it/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('begins with a second key that signs in, and says where none does', async () => {
    const second = sampleMainKey({ id: 'second', label: 'Spare', isFilled: false, guardsOthers: true });
    const { port } = show(sampleKeys([OLD, second]));
    expect(screen.queryByText(/A second key would do as well/)).toBeNull();
    fireEvent.click(radio(/^A second key that signs in: Spare/));
    press('Start the rotation');
    await waitFor(() => expect(port.begin).toHaveBeenCalledWith('account-1', 'key-1', 'documented', 'second'));
  });

  it('offers no key that has not signed in lately', () => {
    show(sampleKeys([OLD, sampleMainKey({ id: 'second', isFilled: false })]));
    expect(screen.getByText(/A second key would do as well/)).toBeDefined();
    expect(screen.queryByRole('radio', { name: /A second key/ })).toBeNull();
  });

  it('takes no second key where the operator issues keys, and says why', async () => {
    const second = sampleMainKey({ id: 'second', isFilled: false, guardsOthers: true });
    const { port } = show(sampleKeys([OLD, second]));
    fireEvent.click(radio(/^A second key/));
    fireEvent.click(radio(/^The operator issues it/));
    expect(screen.getByText(/a new key means a new authenticator, so it opens nothing either/)).toBeDefined();
    const steps = within(screen.getByRole('list', { name: 'Steps of this rotation' }));
    expect(steps.getByText('Set up the authenticator')).toBeDefined();
    press('Start the rotation');
    await waitFor(() => expect(port.begin).toHaveBeenCalledWith('account-1', 'key-1', 'operator', null));
  });

  it('says that no second key would help where the operator issues keys, also where there is none', () => {
    show(sampleKeys([OLD]));
    fireEvent.click(radio(/^The operator issues it/));
    expect(screen.getByText(/a new key means a new authenticator, so it opens nothing either/)).toBeDefined();
    expect(screen.queryByText(/A second key would do as well/)).toBeNull();
  });
});

describe('a rotation that waits for its new key', () => {
  it('takes a pasted one', async () => {
    const { port } = show(underWay({ stage: 'new-key', newKeyId: null }, [OLD]));
    heading('Save a new key');
    expect(screen.getByText(/It is saved before anything is revoked/)).toBeDefined();
    fireEvent.change(screen.getByLabelText('New API key'), { target: { value: 'pasted' } });
    press('Save the new key');
    await waitFor(() => expect(port.addNewKey).toHaveBeenCalledWith('account-1', 'pasted'));
  });

  it('says at the field what is wrong with it, and keeps what was pasted', async () => {
    const addNewKey = async () => [{ ...failure('api-key-masked'), field: 'apiKey' as const }];
    show(underWay({ stage: 'new-key', newKeyId: null }, [OLD]), { addNewKey });
    const field = screen.getByLabelText<HTMLInputElement>('New API key');
    fireEvent.change(field, { target: { value: 'pgp_••••' } });
    press('Save the new key');
    expect((await screen.findByRole('alert')).textContent).toContain('masked with dots');
    expect(field.value).toBe('pgp_••••');
  });

  it('goes on with a key that is saved already, and not with one of another kind', async () => {
    const signing = sampleNewKey({ id: 'signing', kind: 'signing', masked: 'psk_••••0000' });
    const { port } = show(underWay({ stage: 'new-key', newKeyId: null }, [OLD, NEW, signing]));
    expect(screen.queryByRole('button', { name: 'Go on with psk_••••0000' })).toBeNull();
    press('Go on with pgp_••••77aa');
    await waitFor(() => expect(port.step).toHaveBeenCalledWith('account-1', { do: 'take', keyId: 'key-2' }));
  });
});

describe('a new key that waits to be checked', () => {
  it('is filled by the next sign-in, which opens', async () => {
    const { port } = show(underWay({}));
    heading('Check the new key');
    press('Sign in with the new key');
    await waitFor(() => expect(port.openLoginPage).toHaveBeenCalled());
    expect(port.step).toHaveBeenCalledWith('account-1', { do: 'try', isTrying: true });
  });

  it('waits for that sign-in, and lets the old one be filled again', async () => {
    const { port } = show(underWay({ isTrying: true }, [{ ...OLD, isFilled: false }, NEW]));
    expect(screen.getByText(/The next sign-in fills the new key/)).toBeDefined();
    press('Fill the old key again');
    await waitFor(() => expect(port.step).toHaveBeenCalledWith('account-1', { do: 'try', isTrying: false }));
  });

  it('goes to the relay only once the person has agreed, and is asked about each time', async () => {
    const check = vi.fn(async () => [failure('check-refused')]);
    show(underWay({}), { check });
    press('Ask the relay');
    const dialog = within(screen.getByRole('dialog', { name: 'Send the key to the relay?' }));
    expect(dialog.getByText(/sends the new key to relay\.paramant\.app/)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(check).not.toHaveBeenCalled();
    press('Ask the relay');
    press('Send the key and ask');
    expect((await screen.findByRole('alert')).textContent).toContain('The relay does not know this key');
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is checked by the relay alone where the old one does not sign in', () => {
    show(underWay({}, [{ ...OLD, isFilled: false }, NEW]));
    expect(screen.queryByRole('button', { name: 'Sign in with the new key' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Ask the relay' })).toBeDefined();
  });

  it('can be tried by signing in again where the site has refused it since it was checked', () => {
    const refused = { ...NEW, use: 'active', isFilled: true, provenAtMs: 1, refusedAtMs: 2 } as const;
    show(underWay({}, [{ ...OLD, isFilled: false }, refused]));
    expect(screen.getByRole('button', { name: 'Sign in with the new key' })).toBeDefined();
  });

  it('says that it was refused, and gives way to another one', () => {
    show(underWay({}, [OLD, sampleNewKey({ refusedAtMs: 1_795_392_000_000 })]));
    expect(screen.getByRole('alert').textContent).toContain('The new key was refused at');
    press('Take another key in its place');
    expect(screen.getByLabelText('New API key')).toBeDefined();
  });

  it('begins anew with its heading once another one was taken, or a sign-in with it begun', () => {
    const { goOn } = show(underWay({}));
    press('Take another key in its place');
    const third = sampleNewKey({ id: 'key-3', masked: 'pgp_••••cc33' });
    goOn(underWay({ newKeyId: 'key-3' }, [OLD, NEW, third]));
    expect(screen.getByText(/^The new key is saved: pgp_••••cc33/)).toBeDefined();
    screen.getByRole('button', { name: 'Sign in with the new key' }).focus();
    goOn(underWay({ newKeyId: 'key-3', isTrying: true }, [OLD, NEW, third]));
    expect(document.activeElement).toBe(heading('Check the new key'));
  });
});

describe('the rest of a rotation', () => {
  it('ticks the integrations off one by one, with the new key at hand in every form', async () => {
    const { port } = show(underWay({ stage: 'integrations' }, [sampleMainKey({ integrations: [CI] }), NEW]));
    heading('Update integrations');
    expect(screen.getByText('Owner: Robin')).toBeDefined();
    expect(screen.getByText('0 of 1 have the new key')).toBeDefined();
    press('Authorization: Bearer …');
    expect(await screen.findByText(/Cleared from the clipboard/)).toBeDefined();
    expect(port.copy).toHaveBeenCalledWith('account-1', 'key-2', 'bearer');
    fireEvent.click(screen.getByRole('checkbox', { name: 'CI' }));
    const tick = { do: 'tick', integrationId: 'ci', done: true };
    await waitFor(() => expect(port.step).toHaveBeenCalledWith('account-1', tick));
  });

  it('revokes the old key last, by the person’s word', async () => {
    const { port } = show(underWay({ stage: 'revoke' }, [OLD, { ...NEW, use: 'active' }]));
    heading('Revoke the old key');
    press('Open API keys in the dashboard');
    expect(port.openKeysPage).toHaveBeenCalled();
    press('I revoked it');
    await waitFor(() => expect(port.step).toHaveBeenCalledWith('account-1', { do: 'revoked' }));
  });

  it('revokes an exposed key before its integrations follow, and says why', () => {
    const exposed = sampleMainKey({ integrations: [CI], compromisedAtMs: 1 });
    show(underWay({ stage: 'revoke' }, [exposed, { ...NEW, use: 'active' }]));
    expect(screen.getByText(/so it is revoked before its integrations have the new one/)).toBeDefined();
  });

  it('leads through the authenticator before the operator’s key is checked', async () => {
    const { port } = show(underWay({ issue: 'operator', stage: 'authenticator' }));
    heading('Set up the authenticator');
    press('I have set it up');
    await waitFor(() => expect(port.step).toHaveBeenCalledWith('account-1', { do: 'authenticator-set' }));
  });

  it('shows which steps are done, which one is now, and which come later', () => {
    show(underWay({}));
    const items = within(screen.getByRole('list', { name: 'Steps of this rotation' })).getAllByRole('listitem');
    expect(items.map(item => item.getAttribute('data-state'))).toEqual(['done', 'done', 'now', 'later']);
    expect(items[2]?.getAttribute('aria-current')).toBe('step');
  });

  it('is given up after one more question, and keeps both keys', async () => {
    const { port, onGivenUp } = show(underWay({}));
    press('Give up this rotation');
    const dialog = within(screen.getByRole('dialog', { name: 'Give up this rotation?' }));
    expect(dialog.getByText(/Both keys stay/)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: 'Give up this rotation' }));
    await waitFor(() => expect(onGivenUp).toHaveBeenCalled());
    expect(port.step).toHaveBeenCalledWith('account-1', { do: 'abort' });
  });
});
