// The rows of the trust table for what is taken from the site's own pages (docs/decisions/011). No secret is in what they
// are asked with, and none in what they answer but where a person asked to see backup codes.
import * as v from 'valibot';
import type { AuthenticatorOffer, BackupCodeView, EnrolmentView, KeyOffer } from './enrolment-views';
import { id, nothing, touch } from './inputs';
import { LARGEST_SENT_SIDE } from './picture-limits';
import type { Row } from './row';
import { type } from './row';

/** What the person saw and agreed to: the page is read once more, and has to say the same. */
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9A-F]{4}(?:-[0-9A-F]{4}){3}$/));

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_SENT_SIDE));

/** One byte of brightness for each pixel, in base64. */
const picture = v.strictObject({
  width: side,
  height: side,
  brightness: v.pipe(v.string(), v.maxLength(4 * Math.ceil(LARGEST_SENT_SIDE ** 2 / 3))),
});

export const ENROLMENT_ROWS = {
  /** Judged by the address of the tab in front alone; nothing is read before a click. */
  'enrol.page': { from: 'page', act: false, input: nothing, output: type<EnrolmentView>() },
  'enrol.read-authenticator': { from: 'page', act: true, input: nothing, output: type<AuthenticatorOffer>() },
  /** Without an account a new one is made. */
  'enrol.save-authenticator': {
    from: 'page',
    act: true,
    input: v.strictObject({ fingerprint, accountId: v.nullable(id), touch }),
    output: type<{ readonly accountId: string; readonly label: string }>(),
  },
  'enrol.fill-code': { from: 'page', act: true, input: v.strictObject({ touch }), output: type<null>() },
  'enrol.take-backup-codes': {
    from: 'page',
    act: true,
    input: v.strictObject({ touch }),
    output: type<{ readonly count: number; readonly label: string; readonly isHeld: boolean }>(),
  },
  /** The person has the backup codes of a new authenticator elsewhere. */
  'enrol.leave-backup-codes': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id }),
    output: type<null>(),
  },
  /** The authenticator's link in a picture that the person chose: it goes into the field of a form, as if it were typed. */
  'enrol.read-picture': { from: 'page', act: true, input: picture, output: type<{ readonly link: string }>() },
  'enrol.read-key': { from: 'page', act: true, input: nothing, output: type<KeyOffer>() },
  'enrol.save-key': {
    from: 'page',
    act: true,
    input: v.strictObject({ fingerprint, accountId: id }),
    /** `isRotated`: it is the new key of the rotation that waited for one. */
    output: type<{ readonly label: string; readonly isStaged: boolean; readonly isRotated: boolean }>(),
  },
  /** Marks the code as used before it is filled. */
  'enrol.fill-backup-code': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, touch }),
    output: type<{ readonly left: number }>(),
  },
  'enrol.show-backup-codes': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, touch }),
    output: type<readonly BackupCodeView[]>(),
  },
} as const satisfies Readonly<Record<string, Row>>;
