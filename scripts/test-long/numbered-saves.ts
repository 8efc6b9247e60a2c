// Saves that can be told apart: each gives an account the label `Save 17`, with a number that no other save has.
import type { Page } from 'playwright';
import type { Latchkey } from '../../e2e/harness/launch';
import { MASTER_PASSWORD } from '../../e2e/harness/master-password';
import { sendMessage, tryMessage } from '../../e2e/harness/send-message';

const UNTYPED = { label: '', email: '', apiKey: '', authenticator: '', createdOn: '' };
/** No other window edits here: whatever the revision is, the save is not refused for it. */
const NEWEST_REVISION = 2 ** 40;

/** A page of the extension to send messages from. */
export async function openPage({ context, extensionId }: Latchkey): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
}

/** Opens the vault by its master password. Throws where it does not open. */
export async function unlock(page: Page): Promise<void> {
  await sendMessage({ page }, 'vault.unlock', { wayIn: { type: 'password', password: MASTER_PASSWORD } });
}

/** Saves a number. False where no answer came, so that nobody can say what became of it; throws where it was refused. */
export async function saveNumber(page: Page, accountId: string, number: number): Promise<boolean> {
  const draft = { ...UNTYPED, label: `Save ${number}` };
  const edit = { id: accountId, baseRevision: NEWEST_REVISION, changed: ['label' as const], draft, touch: null };
  const reply = await tryMessage(page, 'accounts.save', edit);
  if (reply !== null && !reply.ok) throw new Error(`save ${number}: ${reply.error.map(({ code }) => code).join()}`);
  return reply !== null;
}

/** The number that each account has, by its id; 0 where none was saved yet. */
export async function readNumbers(page: Page): Promise<ReadonlyMap<string, number>> {
  const accounts = await sendMessage({ page }, 'accounts.list', {});
  return new Map(accounts.map(({ id, label }) => [id, Number(/^Save (\d+)$/.exec(label)?.[1] ?? 0)]));
}
