import type { AlarmName } from '../../lib/browser/alarms';
import { clearCopiedText } from '../../lib/browser/clipboard-guard';
import { forgetIntent } from './sign-in';
import { watchRun } from './watch-run';
import { publishStatus } from './worker';

/**
 * What each alarm does. Alarms come late, twice or not at all, so a job looks at what is stored and never assumes that it
 * is time: `lock`, `new-day`, `remind` and `forget-held-key` only have the status derived again, which finds what
 * has expired and a new date.
 */
const JOBS: Readonly<Record<AlarmName, () => Promise<unknown>>> = {
  lock: publishStatus,
  'new-day': publishStatus,
  remind: publishStatus,
  'clear-clipboard': clearCopiedText,
  'watch-run': watchRun,
  'forget-intent': () => forgetIntent(),
  'forget-held-key': publishStatus,
};

function isAlarmName(name: string): name is AlarmName {
  return Object.hasOwn(JOBS, name);
}

/** Runs the job of an alarm; an alarm of an earlier version has none. */
export async function runJob(name: string): Promise<void> {
  if (isAlarmName(name)) await JOBS[name]();
}
