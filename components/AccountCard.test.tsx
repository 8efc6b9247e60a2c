// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CardActs } from './AccountCard';
import { AccountCard } from './AccountCard';
import { render } from './testing/render';
import { sampleAccount, sampleCodes, sampleKey } from './testing/sample';
import { sampleHeld, sampleHeldPort } from './testing/sample-held';

const KEY = `pgp_${'a'.repeat(64)}`;

function setUp(account = sampleAccount()) {
  const acts: CardActs = {
    now: Date.now,
    onStaleCodes: vi.fn(),
    onCopyCode: vi.fn(),
    onRevealKey: vi.fn(async () => KEY),
    onCopyKey: vi.fn(),
    onRotate: vi.fn(),
    onAuthenticatorWorks: vi.fn(),
    onEdit: vi.fn(),
    onRemove: vi.fn(),
  };
  render(
    <ul>
      <AccountCard account={account} codes={sampleCodes(Date.now() + 15_000)} acts={acts} holding={null} />
    </ul>,
  );
  const card = within(screen.getByRole('listitem', { name: account.label }));
  return { acts, card, button: (name: string) => card.getByRole('button', { name }) };
}

describe('AccountCard', () => {
  afterEach(() => void vi.useRealTimers());

  it('is a list item named by its label, with each of its buttons once', () => {
    const { card } = setUp();
    const names = card.getAllByRole('button').map(button => button.textContent);
    expect(names).toEqual(['Copy code', 'Show API key', 'Copy API key', 'Edit account', 'Remove account']);
  });

  it('has one way on with a due key whose rotation is under way', () => {
    const key = sampleKey({ state: 'overdue', daysLeft: -3 });
    const { card, button } = setUp(sampleAccount({ key, rotation: { oldKeyId: key.id, stage: 'check' } }));
    expect(button('Go on')).toBeTruthy();
    expect(card.queryByRole('button', { name: 'Rotate now' })).toBeNull();
    cleanup();
    expect(setUp(sampleAccount({ key })).button('Rotate now')).toBeTruthy();
  });

  it('says that an authenticator was said to be dead, and takes it back', () => {
    const dead = sampleAccount({ isAuthenticatorDead: true });
    const { acts, card, button } = setUp(dead);
    expect(card.getByText(/it signs in no more/)).toBeTruthy();
    fireEvent.click(button('It works again'));
    expect(acts.onAuthenticatorWorks).toHaveBeenCalledExactlyOnceWith(dead);
  });

  it('shows the key only when asked, hides it when asked again', async () => {
    const { card, button } = setUp();
    expect(card.queryByText(KEY)).toBeNull();
    fireEvent.click(button('Show API key'));
    expect(await card.findByText(KEY)).toBeTruthy();
    fireEvent.click(button('Hide API key'));
    expect(await card.findByText('pgp_••••9f3a')).toBeTruthy();
  });

  it('hides the key by itself after 30 seconds', async () => {
    vi.useFakeTimers({ now: Date.now() });
    const { card, button } = setUp();
    fireEvent.click(button('Show API key'));
    await act(() => vi.advanceTimersByTimeAsync(0));
    await act(() => vi.advanceTimersByTimeAsync(29_900));
    expect(card.queryByText(KEY)).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(card.queryByText(KEY)).toBeNull();
  });

  it.each([
    ['fresh', sampleKey(), '41 days old, due in 49 days', false],
    ['new', sampleKey({ ageDays: 0, daysLeft: 90 }), 'Created today, due in 90 days', false],
    ['due soon', sampleKey({ ageDays: 89, daysLeft: 1, state: 'due-soon' }), '89 days old, due in 1 day', false],
    ['due', sampleKey({ ageDays: 90, daysLeft: 0, state: 'overdue' }), '90 days old, due today', true],
    ['overdue', sampleKey({ ageDays: 92, daysLeft: -2, state: 'overdue' }), '92 days old, overdue by 2 days', true],
    ['exposed', sampleKey({ ageDays: 1, state: 'compromised' }), '1 day old, marked as exposed: replace it now', true],
  ])('says the age of a %s key, and offers rotation only where it is due', (_, key, words, due) => {
    const { card } = setUp(sampleAccount({ key }));
    expect(card.getByText(words)).toBeTruthy();
    expect(card.queryByRole('button', { name: 'Rotate now' }) !== null).toBe(due);
  });

  it('asks for the touch of a held account, unless its code is there', () => {
    const account = sampleAccount({ isHeld: true });
    const holding = { held: sampleHeld(), canTouch: true, port: sampleHeldPort() };
    const { acts } = setUp();
    const codes = sampleCodes(Date.now() + 15_000);
    const { rerender } = render(<AccountCard account={account} codes={undefined} acts={acts} holding={holding} />);
    expect(screen.getByRole('button', { name: 'Touch your passkey for a code' })).toBeTruthy();
    rerender(<AccountCard account={account} codes={codes} acts={acts} holding={holding} />);
    expect(screen.queryByRole('button', { name: 'Touch your passkey for a code' })).toBeNull();
  });

  it('says what is missing of an account without key and authenticator', () => {
    const { card } = setUp(sampleAccount({ key: null, hasAuthenticator: false }));
    expect(card.getByText('No API key saved yet.')).toBeTruthy();
    expect(card.getByText('No authenticator saved yet.')).toBeTruthy();
  });
});
