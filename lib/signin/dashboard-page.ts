/** How a page of someone who is signed in is told from a sign-in form at the same address. Expressions ignore case. */
export const DASHBOARD_QUESTION = {
  /** The path of a link or a form that signs out. */
  signOutPath: '/(?:log|sign)-?out/?$',
  /** The words of a button that does, and nothing besides. */
  signOutWords: '^(?:log|sign) ?out$|^(?:uitloggen|afmelden|abmelden|ausloggen)$',
  /** What only someone who is signed out is asked for. */
  signInFields: '#login-form, input[autocomplete~="username"], input[placeholder^="pgp_"]',
} as const;

/** What a page shows of whether somebody is signed in. */
export type DashboardLook = { readonly offersSignOut: boolean; readonly asksToSignIn: boolean };

/** Whether somebody is signed in: the page lets them sign out, and asks nobody to sign in. */
export function isSignedInLook({ offersSignOut, asksToSignIn }: DashboardLook): boolean {
  return offersSignOut && !asksToSignIn;
}
