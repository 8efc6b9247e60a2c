// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { render } from '../testing/render';
import { sampleRow, TODAY } from '../testing/sample-keys';
import { sampleRotation } from '../testing/sample-rotation';
import { KeyInventory } from './KeyInventory';

const OVERDUE = sampleRow({ id: 'old', label: 'Build server', state: 'overdue', ageDays: 100, daysLeft: -10 });
const NEW = sampleRow({ id: 'new' }, 'Home');
const ACCOUNTS = [OVERDUE.account, NEW.account];

function show(rows = [NEW, OVERDUE]) {
  render(<KeyInventory accounts={ACCOUNTS} rows={rows} today={TODAY} />);
}

const list = () => within(screen.getByRole('region', { name: 'One by one' }));
const names = () =>
  list()
    .getAllByRole('heading', { level: 3 })
    .map(heading => heading.textContent);

describe('KeyInventory', () => {
  it('lists every key with the way to its page, what is due first', () => {
    show();
    expect(names()).toEqual(['Build server', 'pgp_••••9f3a']);
    const link = list().getByRole('link', { name: 'Build server' });
    expect(link.getAttribute('href')).toBe('#keys/account Work/old');
    expect(list().getByRole('link', { name: 'Rotate now: Build server' }).getAttribute('href')).toBe(
      '#rotate/account Work/old',
    );
  });

  it('says of both keys of a rotation that it is under way, and leads back to it', () => {
    const rotation = sampleRotation({ oldKeyId: 'old', newKeyId: 'new', stage: 'integrations' });
    show([
      { ...OVERDUE, rotation },
      { ...NEW, rotation },
    ]);
    expect(list().getAllByText('Rotation under way. Next: Update integrations.')).toHaveLength(2);
    expect(list().getByRole('link', { name: 'Go on: Build server' }).getAttribute('href')).toBe(
      '#rotate/account Work/old',
    );
    expect(list().queryByRole('link', { name: /^Rotate now/ })).toBeNull();
  });

  it('says beside an interval that an organisation has set a shorter one', () => {
    show([NEW]);
    expect(screen.queryByText(/^Set by your organisation/)).toBeNull();
    show([{ ...NEW, key: { ...NEW.key, prescribedDays: 30 } }]);
    expect(screen.getByText('Set by your organisation: 30 days.')).toBeTruthy();
  });

  it('says in words what each bar of the timeline shows', () => {
    show();
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toBe('Build server Work100 days old, overdue by 10 days');
    expect(first?.querySelector('.bar')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('tells how many are found, and what to do where none is', () => {
    show();
    fireEvent.change(screen.getByLabelText('Search keys'), { target: { value: 'build' } });
    expect(screen.getByRole('status').textContent).toBe('1 of 2 keys');
    expect(names()).toEqual(['Build server']);
    fireEvent.change(screen.getByLabelText('Search keys'), { target: { value: 'nobody' } });
    expect(screen.getByText('No key matches. Change the search above.')).toBeTruthy();
  });

  it('is narrowed and ordered by what is chosen', () => {
    show();
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'fresh' } });
    expect(names()).toEqual(['pgp_••••9f3a']);
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'all' } });
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'account' } });
    expect(names()).toEqual(['pgp_••••9f3a', 'Build server']);
    fireEvent.change(screen.getByLabelText('Account'), { target: { value: OVERDUE.account.id } });
    expect(names()).toEqual(['Build server']);
  });

  it('says where a key comes from where there is none', () => {
    show([]);
    expect(screen.getByText(/No keys yet/)).toBeTruthy();
    expect(screen.queryByLabelText('Search keys')).toBeNull();
  });
});
