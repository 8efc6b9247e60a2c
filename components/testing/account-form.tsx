import { fireEvent, screen } from '@testing-library/react';
import type { RefObject } from 'react';
import { vi } from 'vitest';
import type { Failure } from '../../lib/messages/failures';
import type { AccountView } from '../../lib/messages/views';
import type { KeptDraft } from '../../lib/model/draft';
import type { LocalDate } from '../../lib/shared/local-date';
import type { SaveAnswer } from '../AccountForm';
import { AccountForm } from '../AccountForm';
import type { AccountChanges } from '../account-draft';
import { render } from './render';

/** The day on which the forms of these tests are opened. */
export const TODAY = '2026-07-12' as LocalDate;

const EMPTY = { label: '', email: '', apiKey: '', authenticator: '', createdOn: TODAY };

/** Opens the form on an account, and on what was kept of it at revision 3. Saves are refused for the given reasons. */
export function openForm(
  account: AccountView | null = null,
  kept: Partial<KeptDraft> | null = null,
  failures: readonly Failure[] = [],
) {
  const onSave = vi.fn(async (_: AccountChanges): Promise<SaveAnswer> => ({ failures, newest: null }));
  const onKeep = vi.fn(async (_: AccountChanges | null) => true);
  const onCancel = vi.fn();
  const settle: RefObject<(() => Promise<void>) | null> = { current: null };
  const draft = { accountId: account?.id ?? null, baseRevision: 3, changed: [], draft: EMPTY, keptAtMs: 0, ...kept };
  const acts = { onSave, onKeep, onCancel, settle };
  const form = render(<AccountForm account={account} kept={kept && draft} today={TODAY} {...acts} />);
  return { ...acts, leave: form.unmount };
}

export function field(label: string): HTMLInputElement {
  return screen.getByLabelText(label, { exact: true });
}

export function type(label: string, value: string): void {
  fireEvent.change(field(label), { target: { value } });
}

export function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** What a field is described by: its error, if any, and its hint. */
export function describedBy(label: string): string {
  const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map(id => document.getElementById(id)?.textContent).join(' ');
}
