// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { EnrolPort } from '../lib/browser/enrol-port';
import type { AuthenticatorOffer, EnrolmentView } from '../lib/messages/enrolment-views';
import { failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import { err, ok } from '../lib/shared/result';
import { EnrolPanel } from './EnrolPanel';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';
import { sampleHeld, sampleHeldPort, TOUCH } from './testing/sample-held';

const OFFER: AuthenticatorOffer = {
  issuer: 'Paramant',
  email: 'ana@example.com',
  algorithm: 'SHA256',
  digits: 6,
  periodSeconds: 30,
  fingerprint: '1A2B-3C4D-5E6F-7A8B',
  notices: [],
  accountId: 'account-1',
};

/** What stands in front; no code was filled in there unless a case says so. */
type View = Omit<EnrolmentView, 'isCodeFilled'> & Partial<EnrolmentView>;
const seen = (view: View): EnrolmentView => ({ isCodeFilled: false, ...view });

function show(view: View, accounts: readonly AccountView[], over: Partial<EnrolPort> = {}) {
  const port: EnrolPort = {
    page: async () => seen(view),
    readAuthenticator: vi.fn(async () => ok(OFFER)),
    saveAuthenticator: vi.fn(async () => ok({ accountId: 'account-1', label: 'Work' })),
    fillCode: vi.fn(async () => []),
    takeBackupCodes: vi.fn(async () => ok({ count: 10, label: 'Work', isHeld: false })),
    leaveBackupCodes: vi.fn(async () => []),
    readKey: vi.fn(async () => err([failure('api-key-masked')])),
    saveKey: vi.fn(async () => ok({ label: 'Work', isStaged: true, isRotated: false })),
    fillBackupCode: vi.fn(async () => ok({ left: 3 })),
    showBackupCodes: vi.fn(async () => ok([])),
    copy: vi.fn(async () => true),
    ...over,
  };
  const say = { status: vi.fn(), failures: vi.fn(), alert: vi.fn(), clear: vi.fn() };
  const touch = { held: sampleHeld(), canTouch: true, port: sampleHeldPort() };
  const shared = { accounts, touch, port, say };
  const { rerender } = render(<EnrolPanel {...shared} view={seen(view)} />);
  return { port, say, look: (next: View) => rerender(<EnrolPanel {...shared} view={seen(next)} />) };
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const SETUP: View = { page: 'setup', savedTo: null };

describe('the popup over a page that something is taken from', () => {
  it('reads nothing before it is asked to', async () => {
    const { port } = show(SETUP, [sampleAccount()]);
    await screen.findByRole('button', { name: 'Read the authenticator' });
    expect(port.readAuthenticator).not.toHaveBeenCalled();
  });

  it('takes the focus along to the heading of what was read, and of what comes next', async () => {
    const { look } = show(SETUP, [sampleAccount()]);
    await press('Read the authenticator');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('New authenticator'));
    await press('Save the authenticator');
    await waitFor(() => expect(screen.queryByText(OFFER.fingerprint)).toBeNull());
    look({ page: 'setup', savedTo: 'account-1' });
    expect(document.activeElement?.textContent).toBe(screen.getByRole('heading').textContent);
  });

  it('shows what it would save, and saves it to the account with that address', async () => {
    const { port, say } = show(SETUP, [sampleAccount()]);
    await press('Read the authenticator');
    expect(await screen.findByText(OFFER.fingerprint)).toBeDefined();
    const facts = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(facts).toEqual([OFFER.email, OFFER.issuer, '6 digits, every 30 s, SHA256', OFFER.fingerprint]);
    expect(screen.getByLabelText<HTMLSelectElement>('Save it to').selectedOptions[0]?.textContent).toContain('Work');
    await press('Save the authenticator');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith(expect.stringContaining('Saved to Work.')));
    expect(port.saveAuthenticator).toHaveBeenCalledWith(OFFER.fingerprint, 'account-1', null);
  });

  it('chooses no account by itself that the page does not name, and says where the addresses differ', async () => {
    const readAuthenticator = async () => ok({ ...OFFER, email: 'eve@example.com', accountId: null });
    show(SETUP, [sampleAccount()], { readAuthenticator });
    await press('Read the authenticator');
    const choice = await screen.findByLabelText('Save it to');
    expect(screen.queryByRole('button', { name: 'Save the authenticator' })).toBeNull();
    fireEvent.change(choice, { target: { value: 'account-1' } });
    expect(screen.getByText(/signs in as ana@example.com, and the authenticator is for eve@example.com/)).toBeDefined();
  });

  it('says that a set-up page is done with once its backup codes are settled', async () => {
    const { look } = show({ page: 'setup', savedTo: 'account-1' }, [sampleAccount()]);
    await screen.findByRole('button', { name: 'Save the backup codes' });
    look(SETUP);
    expect(await screen.findByText('Authenticator set up')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks for the touch of the passkey that holds the account', async () => {
    const { port } = show(SETUP, [sampleAccount({ isHeld: true, unusedBackupCodes: null })]);
    await press('Read the authenticator');
    await press('Touch your passkey and save it');
    await waitFor(() => expect(port.saveAuthenticator).toHaveBeenCalledWith(OFFER.fingerprint, 'account-1', TOUCH));
  });

  it('leads on to the code and the backup codes once it is saved', async () => {
    const { port, say } = show({ page: 'setup', savedTo: 'account-1' }, [sampleAccount({ awaitsBackupCodes: true })]);
    await press('Fill the code');
    await waitFor(() => expect(port.fillCode).toHaveBeenCalledWith(null));
    await press('Save the backup codes');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('All 10 backup codes are saved to Work.'));
  });

  it('puts the backup codes first once a code was filled in, also in the popup that is opened after it', async () => {
    const looks = () => ['Fill the code', 'Save the backup codes'].map(name => screen.getByRole('button', { name }));
    const saved = { page: 'setup', savedTo: 'account-1' } as const;
    show(saved, [sampleAccount()]);
    await press('Fill the code');
    await waitFor(() => expect(looks().map(({ className }) => className)).toEqual(['wide', 'primary wide']));
    expect(screen.getByText(/Save them now/)).toBeDefined();
    cleanup();
    show({ ...saved, isCodeFilled: true }, [sampleAccount()]);
    expect(looks().map(({ className }) => className)).toEqual(['wide', 'primary wide']);
  });

  it('reminds of backup codes anywhere, until the person has them elsewhere', async () => {
    const { port } = show({ page: null, savedTo: null }, [sampleAccount({ awaitsBackupCodes: true })]);
    expect(await screen.findByText(/backup codes of Work are not saved yet/)).toBeDefined();
    await press('I have them elsewhere');
    expect(port.leaveBackupCodes).toHaveBeenCalledWith('account-1');
  });

  it('says why a masked key is none', async () => {
    show({ page: 'keys', savedTo: null }, [sampleAccount()]);
    await press('Read the API key');
    expect(await screen.findByText(/masked with dots/)).toBeDefined();
  });

  it('fills a backup code and says how many are left', async () => {
    const { say } = show({ page: 'backup', savedTo: null }, [sampleAccount({ unusedBackupCodes: 4 })]);
    await press('Fill a backup code');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('Filled, and marked as used. 3 are left.'));
  });
});
