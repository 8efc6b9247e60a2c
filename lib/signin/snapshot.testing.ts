import type { Snapshot, SnapshotControl, SnapshotField } from './snapshot';

/** A visible, usable text field in the page's first form. Its signature is its id. */
export function field(changes: Partial<SnapshotField> = {}): SnapshotField {
  const id = changes.id ?? 'field';
  return {
    signature: `field ${id}`,
    id,
    name: '',
    label: '',
    visible: true,
    enabled: true,
    form: 0,
    type: 'text',
    autocomplete: '',
    inputMode: '',
    placeholder: '',
    pattern: '',
    maxLength: -1,
    covered: false,
    hiddenBy: [],
    ...changes,
  };
}

/** A visible, usable button in the page's first form that submits nothing. */
export function control(changes: Partial<SnapshotControl> = {}): SnapshotControl {
  const id = changes.id ?? 'control';
  return {
    signature: `control ${id}`,
    id,
    name: '',
    label: '',
    text: '',
    visible: true,
    enabled: true,
    form: 0,
    submits: false,
    controls: '',
    ...changes,
  };
}

export function page(fields: readonly SnapshotField[], controls: readonly SnapshotControl[] = []): Snapshot {
  return { fields: [...fields], controls: [...controls] };
}

export const EMAIL = field({ id: 'email', label: 'Email', type: 'email', autocomplete: 'username' });
export const KEY = field({ id: 'api-key', label: 'API key', type: 'password', autocomplete: 'current-password' });
export const CODE = field({
  id: 'totp',
  label: '6-digit code',
  inputMode: 'numeric',
  pattern: '[0-9]{6}',
  maxLength: 6,
  autocomplete: 'one-time-code',
});
export const CONTINUE = control({ id: 'continue', text: 'Continue', submits: true });
export const SUBMIT = control({ id: 'submit-btn', text: 'Sign in', submits: true });

const PASSKEY = control({ id: 'passkey-login-btn', text: 'Sign in with a passkey' });
const OTHER_PASSKEY = control({ id: 'passkey-other-btn', text: 'Use a passkey on another device' });
const REVEAL = control({ id: 'show-code-btn', text: 'Sign in with a 6-digit code', controls: 'code-fields' });

/** The three steps of the documentation: one field and one button at a time. */
export const DOCUMENTED = {
  email: page([EMAIL], [CONTINUE]),
  key: page([KEY], [CONTINUE]),
  code: page([CODE], [SUBMIT]),
} as const;

/** The page that people meet today: the passkey is the primary button, the code hides behind another. */
export const TODAY = {
  hidden: page(
    [EMAIL, { ...CODE, visible: false, hiddenBy: ['code-fields'] }],
    [PASSKEY, REVEAL, { ...SUBMIT, visible: false }, OTHER_PASSKEY],
  ),
  revealed: page([EMAIL, CODE], [PASSKEY, { ...REVEAL, visible: false }, SUBMIT, OTHER_PASSKEY]),
} as const;

/** The page of April 2026: email and code side by side. */
export const APRIL: Snapshot = page([EMAIL, CODE], [SUBMIT]);

/** A page that asks for nothing, such as the notice after a code of the wrong kind. */
export const NOTHING_ASKED: Snapshot = page([], [control({ id: 'sha1-continue', text: 'Continue', form: -1 })]);
