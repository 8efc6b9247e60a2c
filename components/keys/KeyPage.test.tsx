// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { KeysPort } from '../../lib/browser/keys-port';
import { failure } from '../../lib/messages/failures';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { LocalDate } from '../../lib/shared/local-date';
import { ok } from '../../lib/shared/result';
import { render } from '../testing/render';
import { sampleKeysPort, sampleRow, TODAY } from '../testing/sample-keys';
import { KeyPage } from './KeyPage';

const PLACE = { accountId: 'account Work', keyId: 'key-1' };
const CI = { id: 'ci', name: 'CI', where: 'secrets', owner: 'Ana', note: '' };

function show(over: Partial<InventoryKeyView> = {}, ports: Partial<KeysPort> = {}, hasOther = true) {
  const port = sampleKeysPort(ports);
  const say = { status: vi.fn(), failures: vi.fn(), alert: vi.fn(), clear: vi.fn() };
  const onGone = vi.fn();
  const page = (next: Partial<InventoryKeyView>) => (
    <KeyPage
      row={sampleRow(next)}
      {...{ hasOther, port, say, onGone }}
      revision={1}
      today={TODAY}
      makeId={() => 'made'}
      focusHeading={false}
    />
  );
  const { rerender } = render(page(over));
  return { port, say, onGone, change: (next: Partial<InventoryKeyView>) => rerender(page(next)) };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the form of a key', () => {
  it('sends only what was changed, and what stood there before', async () => {
    const { port, say } = show({ note: 'kept' });
    type('Label', ' Main ');
    fireEvent.click(screen.getByLabelText('Every so many days'));
    type('Days', '30');
    press('Save key');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('Key saved.'));
    expect(port.edit).toHaveBeenCalledWith(PLACE, {
      changes: { label: 'Main', interval: { intervalDays: 30, neverDueBecause: null } },
      opened: { label: '', interval: { intervalDays: null, neverDueBecause: null } },
    });
  });

  it('sends nothing where nothing was changed', async () => {
    const { port, say } = show();
    press('Save key');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('Key saved.'));
    expect(port.edit).not.toHaveBeenCalled();
  });

  it('asks for a reason and for a number that makes sense', async () => {
    const { port } = show();
    fireEvent.click(screen.getByLabelText('Never, for a reason'));
    press('Save key');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Give a reason/);
    fireEvent.click(screen.getByLabelText('Every so many days'));
    for (const days of ['', '6', '731', '1e2', '-9']) {
      type('Days', days);
      press('Save key');
      expect((await screen.findByRole('alert')).textContent).toBe('Enter a whole number from 7 to 730.');
    }
    expect(port.edit).not.toHaveBeenCalled();
  });

  it('says at its purpose why the key that signs in cannot be given away', async () => {
    show({}, { edit: async () => [failure('key-signs-in')] });
    type('Purpose', 'integration');
    press('Save key');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^This is the key that signs you in/);
    expect(screen.getByLabelText('Purpose').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was typed where another window was faster, shows what that one saved, and saves at the second try', async () => {
    const edit = vi.fn<KeysPort['edit']>(async () => [failure('changed-elsewhere')]);
    const { change } = show({}, { edit });
    type('Label', 'Mine');
    change({ label: 'Theirs', note: 'theirs' });
    press('Save key');
    await screen.findByText('The other window saved “Theirs”.');
    expect(screen.getByLabelText<HTMLInputElement>('Label').value).toBe('Mine');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('theirs');
    edit.mockResolvedValue([]);
    press('Save key');
    await waitFor(() =>
      expect(edit).toHaveBeenLastCalledWith(PLACE, { changes: { label: 'Mine' }, opened: { label: 'Theirs' } }),
    );
  });
});

describe('where a key is used', () => {
  it('adds a place beside the others', async () => {
    const { port } = show({ integrations: [{ ...CI, done: true }], placeCount: 2 });
    press('Add a place');
    press('Save place');
    expect((await screen.findByRole('alert')).textContent).toBe('Give it a name.');
    type('Name', 'Backup');
    press('Save place');
    const added = { id: 'made', name: 'Backup', where: '', owner: '', note: '' };
    await waitFor(() =>
      expect(port.edit).toHaveBeenCalledWith(PLACE, {
        changes: { integrations: [CI, added] },
        opened: { integrations: [CI] },
      }),
    );
  });

  it('changes one, and takes one off the list', async () => {
    const edit = vi.fn<KeysPort['edit']>(async () => []);
    const { say } = show({ integrations: [{ ...CI, done: false }] }, { edit });
    press('Edit CI');
    type('Owner', 'Bo');
    press('Save place');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('Saved CI.'));
    expect(edit.mock.lastCall?.[1].changes).toEqual({ integrations: [{ ...CI, owner: 'Bo' }] });
    press('Remove CI');
    await waitFor(() => expect(edit.mock.lastCall?.[1].changes).toEqual({ integrations: [] }));
  });

  it('says that a shared key cannot be revoked alone', () => {
    show({ placeCount: 3, integrations: [{ ...CI, done: false }] });
    expect(screen.getByText(/this one is used in 3 places\. Make one key each/)).toBeTruthy();
  });
});

describe('the use of a key', () => {
  it.each([
    [{ kind: 'signing', purpose: 'integration' }, /belongs to the signing product/],
    [{ purpose: 'integration' }, /belongs to an integration/],
    [{ use: 'staged' }, /is not in use yet/],
    [{ use: 'revoked' }, /is revoked/],
  ] as const)('says of %o why it does not sign in', (over, sentence) => {
    show({ ...over, isFilled: false, mayBeFilled: false });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign in with this one' })).toBeNull();
  });

  it('can be the one that signs in', async () => {
    const { port, say } = show({ isFilled: false });
    press('Sign in with this one');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('A sign-in fills this key from now on.'));
    expect(port.setSignIn).toHaveBeenCalledWith(PLACE);
  });

  it('is told from a spare one, and one without a label from its own mask', () => {
    const { change } = show({ label: '' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Key of Work');
    expect(screen.getAllByText('pgp_••••9f3a')).toHaveLength(1);
    expect(screen.getByText(/Signs you in$/)).toBeTruthy();
    change({ label: '', isFilled: false });
    expect(screen.getByText(/Spare for signing in$/)).toBeTruthy();
    change({ label: '', isFilled: false, mayBeFilled: false, use: 'staged' });
    expect(screen.getByText(/· For signing in$/)).toBeTruthy();
  });

  it('warns before the only key that signs in is called revoked', () => {
    show({}, {}, false);
    expect(screen.getByText(/or you are locked out/)).toBeTruthy();
  });

  it('is exposed, which asks to rotate now, until that is taken back', async () => {
    const { port, say, change } = show();
    press('Mark as exposed');
    await waitFor(() => expect(say.status).toHaveBeenCalledWith('Marked as exposed. Rotate it now.'));
    change({ state: 'compromised', compromisedAtMs: 1 });
    expect(screen.getByRole('link', { name: 'Rotate now' }).getAttribute('href')).toBe('#rotate/account Work/key-1');
    press('It is not exposed');
    await waitFor(() => expect(port.markCompromised).toHaveBeenLastCalledWith(PLACE, false));
  });

  it('is removed only once it is not in use, and after a question', async () => {
    const { port, onGone, change } = show();
    expect(screen.queryByRole('button', { name: 'Remove from Latchkey' })).toBeNull();
    change({ use: 'revoked', revokedAtMs: 0, isFilled: false, mayBeFilled: false });
    press('Remove from Latchkey');
    expect(port.remove).not.toHaveBeenCalled();
    press('Remove key');
    await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  });

  it('says what stands in the way, and stays', async () => {
    const { say, onGone } = show({ use: 'staged' }, { remove: async () => [failure('key-rotating')] });
    press('Remove from Latchkey');
    press('Remove key');
    await waitFor(() => expect(say.failures).toHaveBeenCalledWith([failure('key-rotating')]));
    expect(onGone).not.toHaveBeenCalled();
  });
});

describe('putting off', () => {
  const due = { state: 'overdue', ageDays: 100, daysLeft: -10 } as const;

  it('offers 1, 3 and 7 days, and says how often more it can be', async () => {
    const { port, say } = show({ ...due, snoozesLeft: 2 });
    expect(screen.getByText('It can be put off 2 times.')).toBeTruthy();
    press('Put off for 3 days');
    await waitFor(() => expect(port.snooze).toHaveBeenCalledWith(PLACE, 3));
    expect(say.status).toHaveBeenCalledWith('Put off for 3 days. It can be put off once more.');
  });

  it('ends after three times', () => {
    show({ ...due, snoozesLeft: 0, snoozedUntil: '2026-07-20' as LocalDate });
    expect(screen.getByText('It was put off three times, and cannot be again.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Put off for/ })).toBeNull();
  });

  it('is not offered for a key that asks for nothing, or that others may have', () => {
    const { change } = show();
    expect(screen.queryByText('Put off')).toBeNull();
    change({ state: 'compromised', compromisedAtMs: 1 });
    expect(screen.queryByText('Put off')).toBeNull();
  });
});

describe('copies and history', () => {
  it.each([
    ['API key', 'raw'],
    ['Authorization: Bearer …', 'bearer'],
    ['X-Api-Key: …', 'x-api-key'],
    ['curl line', 'curl'],
    ['.env line', 'env'],
  ] as const)('copies it as %s', async (button, format) => {
    const { port, say } = show();
    press(button);
    await waitFor(() => expect(say.status).toHaveBeenCalledWith(expect.stringMatching(/^API key copied\. Cleared/)));
    expect(port.copy).toHaveBeenCalledWith(PLACE, format);
  });

  it('tells what happened, and asks again after a copy', async () => {
    const history = vi.fn<KeysPort['history']>(async () => ok([{ ...PLACE, act: 'filled', atMs: 1_790_000_000_000 }]));
    show({}, { history });
    await screen.findByText('Filled in a sign-in');
    const before = history.mock.calls.length;
    press('curl line');
    await waitFor(() => expect(history.mock.calls.length).toBeGreaterThan(before));
  });

  it('shows the key when asked', async () => {
    show();
    press('Show API key');
    await screen.findByText('pgp_revealed');
  });
});
