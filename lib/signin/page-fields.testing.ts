// Fields of generated pages: every attribute may be there or not, but one that means something always is.
import type { Choices } from './choices.testing';
import type { Decoy } from './page-decoys.testing';
import { composeLabel, composeOther } from './page-grammar.testing';
import type { Language } from './page-phrases.testing';
import * as phrases from './page-phrases.testing';
import type { Kind, LabelPlace, PageField } from './page-shapes.testing';
import { field as plainField } from './snapshot.testing';

type Look = Partial<PageField>;

const PLACES: readonly LabelPlace[] = ['for', 'around', 'aria', 'legend', 'slot'];

function makeField(choices: Choices, role: Kind | null, look: Look): PageField {
  const { signature: _s, visible: _v, enabled: _e, form: _f, hiddenBy: _h, ...plain } = plainField();
  const neutral = { id: choices.pick(phrases.MEANINGLESS), name: choices.pick(phrases.MEANINGLESS) };
  return { ...plain, ...neutral, is: 'field', role, labelPlace: choices.pick(PLACES), hidden: false, ...look };
}

function adorn(choices: Choices, words: string): string {
  return choices.pick(phrases.ADORNMENTS).replace('%', words);
}

/** At least one of the attributes that mean something, and any others. */
function someOf(choices: Choices, looks: readonly Look[]): Look {
  const needed = choices.below(looks.length);
  return Object.assign({}, ...looks.filter((_, index) => index === needed || choices.oneIn(2)));
}

/** An email with at least one attribute that says so. */
export function makeEmail(choices: Choices, language: Language): PageField {
  const look = someOf(choices, [
    { type: 'email' },
    { label: adorn(choices, choices.pick(phrases.EMAIL_LABELS[language])) },
    { autocomplete: choices.pick(['username', 'email', 'section-login username', 'username webauthn', 'USERNAME']) },
    { placeholder: choices.pick(phrases.EMAIL_PLACEHOLDERS[language]) },
    { name: choices.pick(phrases.EMAIL_NAMES) },
    { id: choices.pick(phrases.EMAIL_NAMES) },
  ]);
  return makeField(choices, 'email', look);
}

function makeKey(choices: Choices, language: Language): PageField {
  const look = someOf(choices, [
    { type: 'password' },
    { label: adorn(choices, choices.pick(phrases.KEY_LABELS[language])) },
    { autocomplete: 'current-password' },
    { placeholder: choices.pick(phrases.KEY_PLACEHOLDERS[language]) },
    { name: choices.pick(phrases.KEY_NAMES) },
    { id: choices.pick(phrases.KEY_NAMES) },
  ]);
  return makeField(choices, 'key', { ...look, ...(choices.oneIn(4) ? { maxLength: 128 } : {}) });
}

function makeCode(choices: Choices, language: Language): PageField {
  const look = someOf(choices, [
    { label: adorn(choices, choices.pick(phrases.CODE_LABELS[language])) },
    { autocomplete: choices.pick(['one-time-code', 'section-a one-time-code']) },
    { placeholder: choices.pick(phrases.CODE_PLACEHOLDERS[language]) },
    { name: choices.pick(phrases.CODE_NAMES) },
    { id: choices.pick(phrases.CODE_NAMES) },
    { name: 'code', inputMode: 'numeric', maxLength: 6 },
    { label: 'Code', pattern: choices.pick(['[0-9]{6}', '\\d{6}']) },
  ]);
  const shape = someOf(choices, [
    {},
    { inputMode: 'numeric' },
    { maxLength: choices.pick([6, 7]) },
    { type: choices.pick(['tel', 'password', 'number', 'text']) },
    { pattern: '[0-9]*' },
  ]);
  return makeField(choices, 'code', { ...shape, ...look });
}

function makeBoxes(choices: Choices, language: Language): readonly PageField[] {
  const label = choices.oneIn(3) ? '' : choices.pick(phrases.BOX_LABELS[language]);
  const name = choices.pick(['', 'otp', 'digit', 'code']);
  const shape = choices.pick<Look>([
    { inputMode: 'numeric' },
    { type: 'tel' },
    { inputMode: 'numeric', pattern: '[0-9]' },
  ]);
  const first = choices.pick<Look>([
    {},
    { autocomplete: 'one-time-code' },
    { autocomplete: 'one-time-code', maxLength: 6 },
  ]);
  const labelPlace = choices.pick(PLACES);
  return Array.from({ length: 6 }, (_, index) =>
    makeField(choices, 'code', {
      ...shape,
      maxLength: 1,
      id: `d${index}`,
      name: name && `${name}-${index + 1}`,
      label: label && `${label} ${index + 1}`,
      labelPlace,
      ...(index === 0 ? first : {}),
    }),
  );
}

/** A field that is to be left alone. */
export function makeDecoy(choices: Choices, language: Language, decoy: Decoy): PageField {
  const words = choices.pick(decoy.says[language]);
  const says = choices.oneIn(3) ? { placeholder: words } : { label: adorn(choices, words) };
  return makeField(choices, null, { ...choices.pick(decoy.looks), ...says });
}

/** A field that nothing but a composed label and its shape tell. */
function makeComposed(choices: Choices, language: Language, kind: Kind): PageField {
  const label = adorn(choices, composeLabel(choices, language, kind));
  const says = choices.oneIn(6) ? { placeholder: label } : { label };
  if (kind === 'email') return makeField(choices, kind, { ...says, type: choices.pick(['email', 'text']) });
  if (kind === 'key') return makeField(choices, kind, { ...says, type: 'password' });
  const shape = choices.pick<Look>([
    { inputMode: 'numeric', maxLength: 6 },
    { type: 'tel', maxLength: 6 },
    { pattern: '[0-9]{6}', maxLength: 6, inputMode: 'numeric' },
  ]);
  return makeField(choices, kind, { ...says, ...shape });
}

/** A key or a code of the sign-in that goes by a name that is in no list. */
export function makeStrange(choices: Choices, language: Language, role: 'key' | 'code'): PageField {
  const shape: Look = role === 'key' ? { type: 'password' } : { inputMode: 'numeric', maxLength: 6 };
  return makeField(choices, role, { ...shape, label: adorn(choices, composeOther(choices, language, role)) });
}

/** A field of the same shapes and names that asks for something else. */
export function makeUnlisted(choices: Choices, language: Language): PageField {
  return { ...makeStrange(choices, language, choices.pick(['key', 'code'])), role: null };
}

const MAKE = { email: makeEmail, key: makeKey } as const;

/** The field of a kind, or the six boxes of a code. */
export function makeFields(choices: Choices, language: Language, kind: Kind): readonly PageField[] {
  if (choices.oneIn(2)) return [makeComposed(choices, language, kind)];
  if (kind !== 'code') return [MAKE[kind](choices, language)];
  return choices.oneIn(4) ? makeBoxes(choices, language) : [makeCode(choices, language)];
}
