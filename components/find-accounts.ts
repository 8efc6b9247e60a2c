import type { AccountView } from '../lib/messages/views';

/** A text as it is compared: case and the several ways to write one letter make no difference. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Whether a text has every word in it that was typed. Nothing typed is in every text. */
export function hasWords(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed)
    .split(/\s+/u)
    .every(word => folded.includes(word));
}

/** The accounts whose label or address has every word in it that was typed. Nothing typed finds all. */
export function findAccounts(accounts: readonly AccountView[], typed: string): readonly AccountView[] {
  return accounts.filter(({ label, email }) => hasWords(`${label} ${email}`, typed));
}
