import { FOREIGN_FIELD_IDS } from './site';
import type { SnapshotControl, SnapshotField } from './snapshot';

/** The three values that sign in. */
export type ValueKind = 'email' | 'key' | 'code';

const TEXT_TYPES: readonly string[] = ['text', 'email', 'password', 'tel', 'number', ''];

const NOT_SIGN_IN = /backup|recovery|search|newsletter|coupon|voucher|postal|zip|invite|licen[cs]e/iu;
const EMAIL = /e-?mail|user.?name/iu;
const KEY = /api.?key|access.?key|pgp_/iu;
const CODE = /totp|\botp\b|one.?time|[6-8].?digit|authenticator|verification.?code|2fa|mfa|two.?factor/iu;

/** What a field asks for by its own words, or null where it is none of the sign-in's three or leaves it open. */
export function classifyField(field: SnapshotField): ValueKind | null {
  if (!TEXT_TYPES.includes(field.type) || FOREIGN_FIELD_IDS.includes(field.id)) return null;
  const words = [field.label, field.name, field.id, field.placeholder].join('\n');
  if (NOT_SIGN_IN.test(words)) return null;
  const autocomplete = field.autocomplete.toLowerCase().split(/\s+/u);
  if (autocomplete.includes('one-time-code')) return 'code';
  if (KEY.test(words)) return 'key';
  if (field.type !== 'email' && CODE.test(words)) return 'code';
  if (field.type === 'email' || autocomplete.includes('username') || autocomplete.includes('email')) return 'email';
  if (field.type === 'password' || autocomplete.includes('current-password')) return 'key';
  return EMAIL.test(words) ? 'email' : null;
}

const OTHER_WAY_IN =
  /passkey|pass-key|webauthn|security.?key|another.?device|touch.?id|face.?id|finger.?print|sso|google|github/iu;
const LEADS_AWAY =
  /back|cancel|reset|resend|forgot|help|lost|sign.?up|register|create|delete|remove|revoke|show|hide|copy|clear/iu;
const LEADS_ON = /continue|next|sign.?in|log.?in|submit|verify|confirm|proceed/iu;

function wordsOf(control: SnapshotControl): string {
  return [control.text, control.label, control.id, control.name].join('\n');
}

/** Whether pressing a control would start some other way in: a passkey above all, which on this site is the primary button. */
export function isOtherWayIn(control: SnapshotControl): boolean {
  return OTHER_WAY_IN.test(wordsOf(control));
}

/** Whether a control's own text says that it leads somewhere else: back, away, or to something that undoes. */
export function leadsAway({ text }: SnapshotControl): boolean {
  return LEADS_AWAY.test(text);
}

/** Whether a control's words say that it goes on with the sign-in. */
export function leadsOn(control: SnapshotControl): boolean {
  const words = wordsOf(control);
  return !isOtherWayIn(control) && LEADS_ON.test(words) && !leadsAway(control);
}
