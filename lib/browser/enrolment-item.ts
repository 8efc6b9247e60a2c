import * as v from 'valibot';
import { storedItem } from './stored-item';

/**
 * The tab that something is being taken from: the popup may go on in a window of its own, and closes with every click on
 * the page. No secret is in it.
 */
export const enrolmentItem = storedItem(
  'session',
  'enrolment',
  v.strictObject({
    tabId: v.number(),
    /**
     * The document whose authenticator was saved, by when it began, to which account, and whether a code of it was filled in
     * there; null before that.
     */
    saved: v.nullable(v.strictObject({ bornAtMs: v.number(), accountId: v.string(), isCodeFilled: v.boolean() })),
  }),
);
