// @vitest-environment happy-dom
// Every place of the full page, one after the other, without a reload between: what is left of the one before would stand
// above the next.
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from '../../components/testing/render';
import { sampleAccount } from '../../components/testing/sample';
import { sampleInventoryKey } from '../../components/testing/sample-keys';
import { failure } from '../../lib/messages/failures';
import type { Status } from '../../lib/messages/views';
import { err, ok } from '../../lib/shared/result';
import { Locked } from './Locked';
import { Unlocked } from './Unlocked';

const KEYS = ['account-1', 'account-2'].map(accountId => ({
  accountId,
  intervalDays: null,
  neverDueBecause: null,
  keys: [sampleInventoryKey({ label: `Main of ${accountId}` })],
  rotation: null,
}));

/** What the worker says; nothing else is asked for here, or is of any weight. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'accounts.list': [sampleAccount(), sampleAccount({ id: 'account-2', label: 'Client' })],
  'accounts.list-removed': [],
  'accounts.codes': [],
  'keys.list': KEYS,
  'keys.history': [],
  'drafts.read': null,
  'ways-in.list': [],
  'ways-in.doors': { passkeys: [], hasRecoveryCode: false },
  'copies.list': [],
};
vi.mock('../../lib/browser/messaging', () => ({
  send: async (name: string) => (name in ANSWERS ? ok(ANSWERS[name]) : err([failure('worker-failed')])),
}));

vi.mock('../../lib/browser/clipboard-permission', () => ({
  mayReadClipboard: async () => false,
  requestClipboardRead: async () => false,
}));

const STATUS: Status = {
  phase: 'unlocked',
  locksAtMs: null,
  dueCount: 0,
  revision: 1,
  signIn: null,
  signInOpensAtMs: null,
  signInAsked: false,
  touchAskedFor: null,
  heldUntilMs: null,
  rollback: null,
};

const say = { status: vi.fn(), failures: vi.fn(), alert: vi.fn(), clear: vi.fn(), erasing: vi.fn() };
const across = { message: null, say };

async function goTo(hash: string): Promise<void> {
  await act(async () => {
    window.location.hash = hash;
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

async function expectOneHeading(name: string): Promise<void> {
  await waitFor(() => {
    const headings = screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent);
    expect(headings).toEqual([name]);
  });
}

const PLACES = [
  ['#accounts', 'Accounts'],
  ['#add', 'New account'],
  ['#edit=account-1', 'Edit Work'],
  ['#keys', 'Keys'],
  ['#keys/account-1', 'Keys of Work'],
  ['#keys/account-2', 'Keys of Client'],
  ['#keys/account-1/key-1', 'Main of account-1'],
  ['#keys/account-2/key-1', 'Main of account-2'],
  ['#rotate/account-1/key-1', 'Rotate a key of Work'],
  ['#settings', 'Settings'],
  ['#copies', 'Copies of the vault'],
] as const;

beforeEach(() => {
  window.location.hash = '';
});

describe('the full page', () => {
  it('has exactly one heading of the first level in each place, from wherever one comes', async () => {
    render(<Unlocked status={STATUS} across={across} fromForm={false} />);
    for (const [hash, name] of [...PLACES, ...PLACES.toReversed()]) {
      await goTo(hash);
      await expectOneHeading(name);
    }
  });

  it.each([
    ['absent', '', 'Create your vault'],
    ['locked', '', 'Latchkey is locked'],
    ['locked', '#forgot', 'Forgot your master password?'],
    ['locked', '#copies', 'Copies of the vault'],
    ['damaged', '', 'The vault cannot be read'],
    ['damaged', '#forgot', 'Start over'],
  ] as const)('has exactly one while the vault is %s, at “%s”', async (phase, hash, name) => {
    window.location.hash = hash;
    render(<Locked status={{ ...STATUS, phase }} across={across} />);
    await expectOneHeading(name);
  });
});
