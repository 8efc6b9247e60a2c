import type { AccountView } from '../lib/messages/views';

/** A text as it is compared: case and the several ways to write one letter make no difference. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The accounts whose label or address has every word in it that was typed. Nothing typed finds all. */
export function findAccounts(accounts: readonly AccountView[], typed: string): readonly AccountView[] {
  const words = fold(typed).split(/\s+/u);
  return accounts.filter(({ label, email }) => {
    const text = fold(`${label} ${email}`);
    return words.every(word => text.includes(word));
  });
}
