import { browser } from 'wxt/browser';

/** Every alarm of the worker; jobs.ts says what each does. */
export type AlarmName =
  | 'lock'
  | 'new-day'
  | 'remind'
  | 'clear-clipboard'
  | 'watch-run'
  | 'forget-intent'
  | 'forget-held-key';

/**
 * Arms an alarm, replacing an earlier one of that name; null takes it away. Those that follow from the status are armed
 * anew at every start of the worker.
 */
export async function setAlarm(name: AlarmName, atMs: number | null): Promise<void> {
  if (atMs === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: atMs });
}
