// What the form around a field says of it, where its own words leave it open: beside an email and a code, what hides its text
// is the key; beside an email and a key, what takes six digits is the code. A word that names something else never gets here,
// and neither does one that says which key or which code it is, though nobody here knows of such.
import type { ValueKind, Verdict } from './classify';
import type { SnapshotField } from './snapshot';
import { foldSaid } from './words';
import { namesOwn, saysNotWhich } from './words-of-fields';

/** A visible field of one form, or the first box of a row, and what it was judged to be. */
export type Judged = Pick<Verdict, 'kind' | 'mayBe'> & { readonly field: SnapshotField };

type Secret = 'key' | 'code';

/** Whether its words, or its shape and no words of something else, are those of the one: not "Locker code". */
function looksLike(secret: Secret, { type, maxLength, label, placeholder }: SnapshotField): boolean {
  const texts = [label, placeholder].map(foldSaid).filter(Boolean);
  if (texts.some(text => namesOwn(secret, text))) return true;
  return secret === 'key' && type === 'password' && maxLength < 0 && texts.every(saysNotWhich);
}

/** The one field that may be a secret that no field of the form was taken for, or null. */
function findOnly(judged: readonly Judged[], secret: Secret): SnapshotField | null {
  if (judged.some(({ kind }) => kind === secret)) return null;
  const [only, ...others] = judged.filter(({ mayBe }) => mayBe.includes(secret)).map(({ field }) => field);
  return only !== undefined && others.length === 0 && only.enabled && looksLike(secret, only) ? only : null;
}

/**
 * The fields of one form that its structure names, with what they are: the only candidate for the key or the code, where it
 * stands alone, or in a form that asks for one email and for the other of the two. What hides its text is the key beside an
 * email alone, too.
 */
export function nameByStructure(judged: readonly Judged[]): ReadonlyMap<SnapshotField, ValueKind> {
  const named = new Map<SnapshotField, ValueKind>();
  const isAlone = judged.length === 1;
  if (!isAlone && judged.filter(({ kind }) => kind === 'email').length !== 1) return named;
  const [key, code] = [findOnly(judged, 'key'), findOnly(judged, 'code')];
  const asksFor = (secret: Secret) => judged.some(({ kind }) => kind === secret);
  if (key !== null && (code !== null || asksFor('code') || judged.length <= 2)) named.set(key, 'key');
  if (code !== null && (key !== null || asksFor('key') || isAlone)) named.set(code, 'code');
  return named;
}
