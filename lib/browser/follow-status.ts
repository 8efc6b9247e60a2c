import type { Failure } from '../messages/failures';
import type { Status } from '../messages/views';
import { send } from './messaging';
import { statusItem } from './status';

/** What a page knows of the vault: its status, or why the worker did not give it. */
export type StatusReading = { readonly status: Status } | { readonly failures: readonly Failure[] };

/**
 * Calls back with the status as the worker derives it now, and then with every change until the signal aborts. A change
 * that arrives before the first answer is newer than it, so that answer is dropped.
 */
export function followStatus(onReading: (reading: StatusReading) => void, signal: AbortSignal): void {
  let changed = false;
  statusItem.subscribe(status => {
    changed = true;
    if (status === null) void ask();
    else onReading({ status });
  }, signal);

  async function ask(): Promise<void> {
    changed = false;
    const reply = await send('vault.status', {});
    if (signal.aborted || changed) return;
    onReading(reply.ok ? { status: reply.value } : { failures: reply.error });
  }
  void ask();
}
