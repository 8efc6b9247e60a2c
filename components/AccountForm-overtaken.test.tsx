// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Failure, FieldName } from '../lib/messages/failures';
import type { LocalDate } from '../lib/shared/local-date';
import { describedBy, field, openForm, press, type } from './testing/account-form';
import { sampleAccount, sampleKey } from './testing/sample';

describe('a field that another window has changed meanwhile', () => {
  const refuse = (...fields: FieldName[]): Failure[] =>
    fields.map(name => ({ code: 'changed-elsewhere', details: [], field: name }));

  it('says so, shows what the other wrote, and is saved over it the second time', async () => {
    const { onSave } = openForm(sampleAccount());
    const newest = sampleAccount({ revision: 4, label: 'Theirs', email: 'theirs@example.com' });
    onSave.mockResolvedValueOnce({ failures: refuse('label'), newest });
    type('Label', 'Mine');
    press('Save account');
    expect((await screen.findByRole('alert')).textContent).toContain('changed in another window');
    expect(field('Label').value).toBe('Mine');
    expect(describedBy('Label')).toContain('“Theirs”');
    // What was not touched here is what it is by now, and is no hint to anything.
    expect(field('Email').value).toBe('theirs@example.com');
    expect(describedBy('Email')).toBe('The address you sign in with.');
    press('Save account');
    await waitFor(() => expect(onSave).toHaveBeenCalledTimes(2));
    expect(onSave.mock.calls[1]?.[0]).toMatchObject({ baseRevision: 4, changed: ['label'], draft: { label: 'Mine' } });
  });

  it('shows a day as a day, and no secret', async () => {
    const { onSave } = openForm(sampleAccount());
    const key = sampleKey({ id: 'key-2', createdOn: '2026-05-04' as LocalDate });
    onSave.mockResolvedValueOnce({
      failures: refuse('apiKey', 'createdOn', 'authenticator'),
      newest: sampleAccount({ revision: 4, key }),
    });
    type('API key', 'pgp_mine');
    type('Authenticator', 'GEZDGNBV');
    press('Save account');
    expect(await screen.findAllByRole('alert')).toHaveLength(3);
    expect(describedBy('Key created on')).toContain(new Date(2026, 4, 4).toLocaleDateString());
    expect(describedBy('API key')).not.toContain('other window saved');
    expect(describedBy('Authenticator')).not.toContain('other window saved');
    expect(field('API key').value).toBe('pgp_mine');
  });

  it('shows what was changed even between the refusal and the look at the account', async () => {
    const { onSave } = openForm(sampleAccount());
    const newest = sampleAccount({ revision: 5, label: 'Theirs', email: 'theirs@example.com' });
    onSave.mockResolvedValueOnce({ failures: refuse('label'), newest });
    type('Label', 'Mine');
    type('Email', 'mine@example.com');
    press('Save account');
    await screen.findByRole('alert');
    expect(describedBy('Email')).toContain('theirs@example.com');
  });

  it('is kept with the revision that was seen, so that it survives and still counts', async () => {
    const { onSave, onKeep } = openForm(sampleAccount());
    onSave.mockResolvedValueOnce({
      failures: refuse('label'),
      newest: sampleAccount({ revision: 4, label: 'Theirs' }),
    });
    type('Label', 'Mine');
    press('Save account');
    await screen.findByRole('alert');
    await waitFor(() => expect(onKeep.mock.calls.at(-1)?.[0]).toMatchObject({ baseRevision: 4, changed: ['label'] }));
  });
});
