// What the form around a field says of it, where its own words leave it open: beside an email and a code, what hides its text
// is the key; beside an email and a key, what takes six digits is the code. A word that names something else never gets here,
// and neither does one that says which key or which code it is, though nobody here knows of such.
import type { ValueKind, Verdict } from './classify';
import { isNamedBarely, isNamedFirst, saysNotWhich } from './own-names';
import type { SnapshotField } from './snapshot';
import { foldSaid } from './words';

/** A visible field of one form, or the first box of a row, and what it was judged to be. */
export type Judged = Pick<Verdict, 'kind' | 'mayBe' | 'isOpen'> & { readonly field: SnapshotField };

type Secret = 'key' | 'code';

/** Words of a secret of signing in, of whichever: a field that hides "PUK" or "GitHub token" holds something else. */
const SOUNDS_SECRET = /secret|geheim|\bpass\b|credential|login|log in|sign in|zugang|toegang|inlog|anmelde/u;

/** Whether its words and its shape, and no words of something else, are those of the one: not "Locker code". */
function looksLike(secret: Secret, { type, inputMode, maxLength, label, placeholder }: SnapshotField): boolean {
  const texts = [label, placeholder].map(foldSaid).filter(Boolean).join('\n');
  if (isNamedBarely(secret, texts)) return true;
  if (secret === 'key')
    return type === 'password' && (isNamedFirst(secret, texts) || (SOUNDS_SECRET.test(texts) && saysNotWhich(texts)));
  const takesDigits = inputMode === 'numeric' || type === 'tel' || type === 'number' || type === 'password';
  return takesDigits && (maxLength === 6 || maxLength === 7) && isNamedFirst(secret, texts);
}

/** The one field that may be a secret that no field of the form was taken for, or null. */
function findOnly(judged: readonly Judged[], secret: Secret): SnapshotField | null {
  if (judged.some(({ kind }) => kind === secret)) return null;
  const [only, ...others] = judged.filter(({ mayBe }) => mayBe.includes(secret)).map(({ field }) => field);
  return only !== undefined && others.length === 0 && only.enabled && looksLike(secret, only) ? only : null;
}

/**
 * The fields of one form that its structure names, with what they are: the only candidate for the key or the code, in a form
 * that asks for the other of the two besides at most one email, or for nothing else. What hides its text is the key beside an
 * email alone, too.
 */
export function nameByStructure(judged: readonly Judged[]): ReadonlyMap<SnapshotField, ValueKind> {
  const named = new Map<SnapshotField, ValueKind>();
  const emails = judged.filter(({ kind }) => kind === 'email').length;
  if (emails > 1) return named;
  const asking = judged.filter(({ kind, mayBe, isOpen }) => kind !== null || mayBe.length > 0 || isOpen);
  const [key, code] = [findOnly(judged, 'key'), findOnly(judged, 'code')];
  const asksFor = (secret: Secret) => judged.some(({ kind }) => kind === secret);
  if (key !== null && (code !== null || asksFor('code') || asking.length === emails + 1)) named.set(key, 'key');
  if (code !== null && (key !== null || asksFor('key') || asking.length === 1)) named.set(code, 'code');
  return named;
}
