// What the site's own pages, and pictures that a person chose, are read by.
import fc from 'fast-check';
import * as v from 'valibot';
import { setupReadingSchema } from '../../lib/browser/enrolment-readers/read-setup-page';
import { textsReadingSchema } from '../../lib/browser/enrolment-readers/read-texts';
import { writingSchema } from '../../lib/browser/enrolment-readers/write-fields';
import { parseBackupCodes } from '../../lib/model/backup-code';
import { readPictureSize } from '../../lib/model/picture-size';
import { chooseShownKey } from '../../lib/model/shown-key';
import { enrolmentPageOf } from '../../lib/signin/enrolment-page';
import { readSetupPage } from '../../lib/totp/setup-page';
import { hostileBytes } from './hostile-bytes';
import { hostileText } from './hostile-text';
import { hostileValue } from './hostile-value';
import type { Parser } from './watch-parser';
import { watchParser } from './watch-parser';

const SECRET = 'GEZDGNBVGY3TQOJQ';
const LINK = `otpauth://totp/Paramant:ada%40example.com?secret=${SECRET}&issuer=Paramant&algorithm=SHA256&digits=6&period=30`;
const PATHS = [
  `https://paramant.app/auth/setup/${'0f'.repeat(32)}`,
  '/account',
  '/auth/backup',
  'blob:',
  '@',
  '#',
  '?',
];
const CODES = ['2345-6789-ABCD', 'EFGH-JKLM-NPQR', '-', '0', '\u2013'];
const KEYS = [`pgp_${'a1'.repeat(32)}`, 'a1'.repeat(32), '••••', 'plk_', 'Bearer '];
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000001000000010', 'hex');
const JPEG = Buffer.from(`ffd8ffe000104a46494600010100000100010000ffc000110800450123${'00'.repeat(12)}`, 'hex');

/** One line for each of them. */
export function pageParsers(): readonly Parser[] {
  const link = hostileText([LINK, SECRET, '&', '%', 'otpauth-migration://']);
  const page = fc.record({ link, secretText: hostileText([SECRET, ' ']), pictures: fc.array(link, { maxLength: 3 }) });
  return [
    watchParser('URL of a page to take from', hostileText(PATHS), enrolmentPageOf),
    watchParser('set-up page', page, readSetupPage),
    watchParser('backup codes', fc.array(hostileText(CODES), { maxLength: 12 }), parseBackupCodes),
    watchParser('keys on a page', fc.array(hostileText(KEYS), { maxLength: 5 }), chooseShownKey),
    watchParser('head of a picture', hostileBytes(new Uint8Array(PNG), new Uint8Array(JPEG)), readPictureSize),
    watchParser('reading of a set-up page', hostileValue(setupReadingSchema), value =>
      v.safeParse(setupReadingSchema, value),
    ),
    watchParser('reading of texts', hostileValue(textsReadingSchema), value => v.safeParse(textsReadingSchema, value)),
    watchParser('answer of a field', hostileValue(writingSchema), value => v.safeParse(writingSchema, value)),
  ];
}
