import type { ValuedInstruction } from '../../lib/messages/protocol';
import type { Report } from '../../lib/signin/run';
import { ask } from './ask';
import { pressControl } from './press-control';
import type { ReadPage } from './read-page';
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

async function carryOut(instruction: ValuedInstruction, page: ReadPage, watch: PageWatch): Promise<Report['did']> {
  if (instruction.do === 'write') {
    const field = findAgain(page.fields, page.snapshot.fields, instruction.signature);
    if (field === null) return 'field-refused';
    watch.guard(instruction.value);
    return writeField(field, instruction.value);
  }
  if (instruction.do === 'press') {
    const control = findAgain(page.controls, page.snapshot.controls, instruction.signature);
    if (control === null) return 'nothing';
    watch.expectAnswer();
    return pressControl(control);
  }
  await watch.changed();
  return 'nothing';
}

/**
 * Does what the worker says, one instruction at a time, until it says that the run is over. `arrived`: this document
 * took the run over from the one before it. A document that goes into the back-forward cache is out of the run for good.
 */
export async function followRun(runId: string, arrived: boolean): Promise<void> {
  following = runId;
  const watch = watchPage(arrived);
  const leave = () => {
    following = null;
  };
  addEventListener('pagehide', leave, { once: true });
  let did: Report['did'] = 'nothing';
  let isFirst = arrived;
  while (following === runId) {
    const { snapshot } = readPage();
    const stopped = watch.stoppedLeak();
    const report = {
      did: stopped ? 'page-not-ready' : did,
      status: watch.status(),
      arrived: isFirst,
      leaving: watch.leaving(),
      snapshot,
    } as const;
    const instruction = await ask('signin.step', { runId, report });
    if (instruction === null || instruction.do === 'end' || following !== runId) break;
    isFirst = false;
    did = await carryOut(instruction, readPage(), watch);
  }
  removeEventListener('pagehide', leave);
  watch.end();
  if (following === runId) following = null;
}
