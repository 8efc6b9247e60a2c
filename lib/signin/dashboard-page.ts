import { isSameEmail, parseEmail } from '../model/email';
import { LOGIN_FORM } from './site';

/** How a page of someone who is signed in is told from a sign-in form at the same address. Expressions ignore case. */
export const DASHBOARD_QUESTION = {
  /** The path of a link or a form that signs out. */
  signOutPath: '/(?:log|sign)-?out/?$',
  /** The words of a button that does, and nothing besides. */
  signOutWords: '^(?:log|sign) ?out$|^(?:uitloggen|afmelden|abmelden|ausloggen)$',
  /** What only someone who is signed out is asked for. */
  signInFields: `#${LOGIN_FORM.id}, input[autocomplete~="username"], input[placeholder^="pgp_"]`,
} as const;

/** What a page shows of whether somebody is signed in. */
export type DashboardLook = { readonly offersSignOut: boolean; readonly asksToSignIn: boolean };

/** Whether somebody is signed in: the page lets them sign out, and asks nobody to sign in. */
export function isSignedInLook({ offersSignOut, asksToSignIn }: DashboardLook): boolean {
  return offersSignOut && !asksToSignIn;
}

/** How the person is found who is signed in to a page, in the words of {@link DASHBOARD_QUESTION}. */
export const PERSON_QUESTION = {
  signOutPath: DASHBOARD_QUESTION.signOutPath,
  signOutWords: DASHBOARD_QUESTION.signOutWords,
  /** What stands right before their address. */
  signedInWords: '(?:(?:signed|logged) in as|(?:angemeldet|eingeloggt|ingelogd|aangemeld) als):?\\s*$',
} as const;

/** An address that a page names, and whether it shows it as the one of whoever is signed in. */
export type ShownPerson = { readonly email: string; readonly isSignedIn: boolean };

function findOnly(emails: readonly string[]): string | null {
  const [first, ...others] = emails;
  return first !== undefined && others.every(other => isSameEmail(first, other)) ? first : null;
}

/**
 * Whose page it is, by their address: the one that is shown as signed in, else the one of `known` that the page names, the
 * addresses of the vault's accounts. Null where the page does not say, or names two: any address may be a contact's.
 */
export function findSignedInPerson(shown: readonly ShownPerson[], known: readonly string[]): string | null {
  const emails = (persons: readonly ShownPerson[]) =>
    persons.flatMap(({ email }) => {
      const read = parseEmail(email);
      return read.ok ? [read.value] : [];
    });
  const signedIn = emails(shown.filter(({ isSignedIn }) => isSignedIn));
  if (signedIn.length > 0) return findOnly(signedIn);
  return findOnly(emails(shown).filter(email => known.some(other => isSameEmail(other, email))));
}
