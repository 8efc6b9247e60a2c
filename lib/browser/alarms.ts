import { browser } from 'wxt/browser';

/** Every alarm of the worker; jobs.ts says what each does. */
export type AlarmName = 'lock' | 'new-day' | 'clear-clipboard' | 'watch-run';

/** Arms an alarm, replacing an earlier one of that name; null takes it away. Re-armed at every worker start. */
export async function setAlarm(name: AlarmName, atMs: number | null): Promise<void> {
  if (atMs === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: atMs });
}
