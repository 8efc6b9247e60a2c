// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { AccountView } from '../lib/messages/views';
import { AccountChooser } from './AccountChooser';
import { render } from './testing/render';
import { sampleAccount } from './testing/sample';

/** So many accounts, the first of them the default. */
function sampleAccounts(count: number): readonly AccountView[] {
  return Array.from({ length: count }, (_, index) =>
    sampleAccount({ id: `id-${index}`, label: `Team ${index}`, email: `t${index}@x.example`, isDefault: index === 0 }),
  );
}

function Panel({ accounts, onEnter }: { readonly accounts: readonly AccountView[]; readonly onEnter: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const [chosenId, setChosenId] = useState('id-0');
  const chosen = accounts.find(({ id }) => id === chosenId);
  return (
    <section ref={panel}>
      {chosen && (
        <AccountChooser accounts={accounts} chosen={chosen} onChoose={setChosenId} within={panel} onEnter={onEnter} />
      )}
      <button type="button">Sign in</button>
    </section>
  );
}

function setUp(count: number) {
  const onEnter = vi.fn();
  render(<Panel accounts={sampleAccounts(count)} onEnter={onEnter} />);
  return onEnter;
}

function chosen(): string {
  const checked = screen.getAllByRole<HTMLInputElement>('radio').filter(radio => radio.checked);
  return checked.map(radio => radio.closest('label')?.querySelector('.account-choice-label')?.textContent).join();
}

/** Presses keys where the focus is, one after the other. */
function press(...keys: readonly string[]): void {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

function seek(text: string): void {
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find an account' }), { target: { value: text } });
}

describe('AccountChooser', () => {
  it('is a named group of radio buttons, each with its label, address and what sets it apart', () => {
    setUp(3);
    expect(screen.getByRole('group', { name: 'Account' })).toBeTruthy();
    const names = screen.getAllByRole('radio').map(radio => radio.closest('label')?.textContent);
    expect(names).toEqual(['Team 0Default1t0@x.example', 'Team 12t1@x.example', 'Team 23t2@x.example']);
  });

  it.each([
    [['ArrowDown'], 'Team 1'],
    [['ArrowUp'], 'Team 2'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'Team 0'],
    [['End'], 'Team 2'],
    [['End', 'Home'], 'Team 0'],
    [['2'], 'Team 1'],
    [['9'], 'Team 0'],
    [['x'], 'Team 0'],
  ])('follows %j, pressed on the button that signs in, to %s', (keys, label) => {
    setUp(3);
    screen.getByRole('button').focus();
    press(...keys);
    expect(chosen()).toBe(label);
  });

  it('takes the focus along, so that what is chosen is read out and Enter uses it', () => {
    const onEnter = setUp(3);
    screen.getByRole('button').focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[1]);
    press('Enter');
    expect(onEnter).toHaveBeenCalledOnce();
  });

  it('leaves Enter on a button, and keys with Control, to whom they belong', () => {
    const onEnter = setUp(3);
    screen.getByRole('button').focus();
    press('Enter');
    fireEvent.keyDown(screen.getByRole('button'), { key: 'End', ctrlKey: true });
    expect(onEnter).not.toHaveBeenCalled();
    expect(chosen()).toBe('Team 0');
  });

  it('asks nobody to search among nine', () => {
    setUp(9);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('finds one of many by a part of its name, chooses it, and goes on with Enter', () => {
    const onEnter = setUp(12);
    screen.getAllByRole('radio')[0]?.focus();
    press('t');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    seek('team 11');
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(chosen()).toBe('Team 11');
    press('Enter');
    expect(onEnter).toHaveBeenCalledOnce();
  });

  it('leaves digits in the search field to it', () => {
    setUp(12);
    screen.getByRole('searchbox').focus();
    press('3');
    expect(chosen()).toBe('Team 0');
    press('ArrowDown');
    expect(chosen()).toBe('Team 1');
  });

  it('says where nothing fits, and keeps in sight what would sign in', () => {
    setUp(12);
    seek('nobody');
    expect(screen.getByRole('status').textContent).toBe('No account has that in its label or email.');
    expect(chosen()).toBe('Team 0');
  });
});
