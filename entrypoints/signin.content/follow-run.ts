import type { ValuedInstruction } from '../../lib/messages/protocol';
import type { ClockReading } from '../../lib/shared/clock-reading';
import type { Report } from '../../lib/signin/run';
import { ask } from './ask';
import { compareField, fillFields } from './fill-fields';
import { prepareControl } from './find-again';
import { pressControl } from './press-control';
import { readClock } from './read-clock';
import { readPage } from './read-page';
import type { PageWatch } from './watch-page';
import { watchPage } from './watch-page';

let following: string | null = null;
let stopFollowing = () => {};

/** Leaves the run under way, if there is one: whatever it is told from now on is not carried out. */
export function leaveRun(): void {
  stopFollowing();
}

async function carryOut(instruction: ValuedInstruction, watch: PageWatch): Promise<Report['did']> {
  if (instruction.do === 'write') return fillFields(instruction, watch);
  if (instruction.do === 'compare') return compareField(instruction);
  if (instruction.do === 'press') {
    const control = prepareControl(instruction.signature);
    const state = watch.stateOfFields();
    if (state === 'covered') return 'field-refused';
    // A page that has taken the code out of its field has sent it.
    if (control === null || state === 'taken') return 'nothing';
    watch.expectAnswer();
    return pressControl(control);
  }
  await watch.changed();
  return 'nothing';
}

async function follow(runId: string, arrived: boolean, watch: PageWatch): Promise<void> {
  let did: Report['did'] = 'nothing';
  let isFirst = arrived;
  const untold: { clock?: ClockReading } = {};
  // Told with whichever step comes next: nothing waits for it.
  if (!arrived) {
    void readClock().then(reading => {
      if (reading !== null) untold.clock = reading;
    });
  }
  while (following === runId) {
    const page = readPage();
    watch.observe(page);
    const report: Report = {
      did: watch.stoppedLeak() ? 'page-not-ready' : did,
      ...watch.answer(),
      arrived: isFirst,
      sent: watch.sent(),
      leaving: watch.leaving(),
      snapshot: page.snapshot,
    };
    const told = { ...untold };
    delete untold.clock;
    const instruction = await ask('signin.step', { runId, report, ...told });
    if (instruction === null || instruction.do === 'end' || following !== runId) return;
    isFirst = false;
    did = await carryOut(instruction, watch);
  }
}

const UNSEEN = {
  status: null,
  ofForm: false,
  arrived: false,
  sent: false,
  leaving: null,
  snapshot: { fields: [], controls: [] },
};

/**
 * Does what the worker says, one instruction at a time, until it says that the run is over. `arrived`: this document
 * took the run over from the one before it. A document that goes into the back-forward cache is out of the run for good.
 */
export async function followRun(runId: string, arrived: boolean): Promise<void> {
  if (following === runId) return;
  following = runId;
  const watch = watchPage(arrived);
  const leave = () => {
    following = null;
    watch.stop();
  };
  stopFollowing = leave;
  // A page that says so itself is not believed.
  const onHide = ({ isTrusted }: Event) => isTrusted && leave();
  addEventListener('pagehide', onHide);
  try {
    await follow(runId, arrived, watch);
  } catch {
    // A page that breaks this script shall not leave the person waiting: the run ends and says that it could not go on.
    await ask('signin.step', { runId, report: { ...UNSEEN, did: 'failed' } });
  } finally {
    removeEventListener('pagehide', onHide);
    watch.end();
    if (following === runId) following = null;
  }
}
