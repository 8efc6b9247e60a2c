import type { ValuedInstruction } from '../../lib/messages/protocol';
import type { Report } from '../../lib/signin/run';
import { ask } from './ask';
import { isFormSafe } from './check-form';
import { pressControl } from './press-control';
import { readPage } from './read-page';
import type { PageWatch } from './watch-page';
import { watchPage } from './watch-page';
import { writeField } from './write-field';

let following: string | null = null;

/** The one element that still is what the worker decided about, on a page read in this very task; null where none is. */
function findAgain<E extends HTMLElement>(
  elements: readonly E[],
  seen: readonly { readonly signature: string }[],
  signature: string,
): E | null {
  const matches = elements.filter((_, index) => seen[index]?.signature === signature);
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/**
 * Focusing runs the page's own code, so it comes before the look that decides: between that look and the write there is
 * nothing that a page could use.
 */
function prepareField(signature: string): HTMLInputElement | 'field-refused' | 'form-unsafe' {
  const before = readPage();
  findAgain(before.fields, before.snapshot.fields, signature)?.focus({ preventScroll: true });
  const page = readPage();
  const field = findAgain(page.fields, page.snapshot.fields, signature);
  if (field === null) return 'field-refused';
  return isFormSafe(field.form) ? field : 'form-unsafe';
}

async function carryOut(instruction: ValuedInstruction, watch: PageWatch): Promise<Report['did']> {
  if (instruction.do === 'write') {
    const field = prepareField(instruction.signature);
    if (typeof field === 'string') return field;
    watch.guard(instruction.value);
    return writeField(field, instruction.value);
  }
  if (instruction.do === 'press') {
    const page = readPage();
    const control = findAgain(page.controls, page.snapshot.controls, instruction.signature);
    if (control === null) return 'nothing';
    watch.expectAnswer();
    return pressControl(control);
  }
  await watch.changed();
  return 'nothing';
}

async function follow(runId: string, arrived: boolean, watch: PageWatch): Promise<void> {
  let did: Report['did'] = 'nothing';
  let isFirst = arrived;
  while (following === runId) {
    const report: Report = {
      did: watch.stoppedLeak() ? 'page-not-ready' : did,
      status: watch.status(),
      arrived: isFirst,
      sent: watch.sent(),
      leaving: watch.leaving(),
      snapshot: readPage().snapshot,
    };
    const instruction = await ask('signin.step', { runId, report });
    if (instruction === null || instruction.do === 'end' || following !== runId) return;
    isFirst = false;
    did = await carryOut(instruction, watch);
  }
}

const UNSEEN = { status: null, arrived: false, sent: false, leaving: null, snapshot: { fields: [], controls: [] } };

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
  };
  addEventListener('pagehide', leave, { once: true });
  try {
    await follow(runId, arrived, watch);
  } catch {
    // A page that breaks this script shall not leave the person waiting: the run ends and says that it could not go on.
    await ask('signin.step', { runId, report: { ...UNSEEN, did: 'failed' } });
  } finally {
    removeEventListener('pagehide', leave);
    watch.end();
    if (following === runId) following = null;
  }
}
