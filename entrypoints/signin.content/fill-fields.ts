import type { ValuedInstruction } from '../../lib/messages/protocol';
import type { Report } from '../../lib/signin/run';
import { isFormSafe } from './check-form';
import { findFields, prepareFields } from './find-again';
import { guardFields } from './guard-address';
import { hasTakenOff, readReadiness } from './take-off';
import type { TextField } from './walk-page';
import { formOf } from './walk-page';
import type { PageWatch } from './watch-page';
import type { IsStill } from './write-field';
import { hasRoom, holds, pasteInto, typeOut, writeEach, writeWhole } from './write-field';

/** What a page needs to take up what was typed, and what it needs to draw itself anew after that. */
const TICK_MS = 30;
const REDRAW_MS = 120;

type Write = Extract<ValuedInstruction, { do: 'write' }>;
type Way = (fields: readonly TextField[], value: string, isStill: IsStill) => void;

const ONE_FIELD: readonly Way[] = [
  ([field], value) => field && writeWhole(field, value),
  ([field], value, isStill) => field && typeOut(field, value, isStill),
];
const BOXES: readonly Way[] = [([first], value) => first && pasteInto(first, value), writeEach];

/** Whether the fields hold the value now; null where they are gone, since a page that took a value may go on by itself. */
function look({ signatures, value, kind }: Write): boolean | null {
  const fields = findFields(signatures);
  if (fields.includes(null)) return null;
  const parts = signatures.length === 1 ? [value] : Array.from(value);
  const isHeld = fields.every((field, index) => field !== null && holds(field, parts[index] ?? '', kind));
  // They may have been drawn anew since.
  if (isHeld) guardFields(fields as readonly TextField[], value);
  return isHeld;
}

/** Whether the page has begun to send the code by itself: what it does with its field from then on is its own affair. */
function isOnItsWay(
  { signatures, kind }: Write,
  written: readonly TextField[],
  before: readonly string[],
  watch: PageWatch,
): boolean {
  if (kind !== 'code') return false;
  const found = findFields(signatures);
  const fields = found.includes(null) ? written : (found as readonly TextField[]);
  if (!hasTakenOff(before, fields)) return false;
  watch.noteSent();
  return true;
}

/**
 * Whether the value stays. Only looking again after the page had its turn proves anything, and once more after it may have
 * drawn its fields anew. A page that has sent itself off or was answered has taken the value and may do with the field
 * what it likes.
 */
async function isKept(
  write: Write,
  written: readonly TextField[],
  before: readonly string[],
  watch: PageWatch,
): Promise<boolean> {
  await watch.rest(TICK_MS);
  if (watch.hasActed() || isOnItsWay(write, written, before, watch)) return true;
  const parts = written.length === 1 ? [write.value] : Array.from(write.value);
  const isThere = (field: TextField, index: number) =>
    field.isConnected && holds(field, parts[index] ?? '', write.kind);
  if (!written.every(isThere) && look(write) !== true) return false;
  await watch.rest(REDRAW_MS);
  return watch.hasActed() || isOnItsWay(write, written, before, watch) || look(write) !== false;
}

/** Compares a field that cannot be typed in with what it should hold. What it holds stays here. */
export function compareField({
  signatures,
  value,
  kind,
}: Extract<ValuedInstruction, { do: 'compare' }>): Report['did'] {
  const [field] = findFields(signatures);
  if (!field?.value) return 'field-refused';
  return holds(field, value, kind) ? 'wrote' : 'differs';
}

/** Carries out a write, in a second way where the page does not keep what it is given in the first. */
export async function fillFields(write: Write, watch: PageWatch): Promise<Report['did']> {
  const { signatures, value } = write;
  const isStill: IsStill = field => findFields(signatures).includes(field) && isFormSafe(formOf(field));
  for (const way of signatures.length === 1 ? ONE_FIELD : BOXES) {
    const fields = prepareFields(signatures);
    if (typeof fields === 'string') return fields;
    if (fields.length === 1 && !fields.every(field => hasRoom(field, value))) return 'field-refused';
    const before = readReadiness(fields);
    watch.guard(fields, value);
    way(fields, value, isStill);
    if (await isKept(write, fields, before, watch)) return 'wrote';
  }
  return 'field-refused';
}
