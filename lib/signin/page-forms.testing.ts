// Whole forms of generated pages that are for something else than signing in.
import type { Decoy } from './page-decoys.testing';
import { BACKUP_CODE } from './page-decoys.testing';

const PLAIN_EMAIL: Decoy = {
  says: { en: ['Email', 'Your email'], nl: ['E-mailadres', 'Je e-mail'], de: ['E-Mail-Adresse', 'Ihre E-Mail'] },
  looks: [
    { type: 'email', name: 'email', autocomplete: 'email' },
    { type: 'email', autocomplete: 'username' },
    { name: 'email' },
  ],
};

const NEW_PASSWORD: Decoy = {
  says: {
    en: ['Choose a password', 'New password'],
    nl: ['Kies een wachtwoord', 'Nieuw wachtwoord'],
    de: ['Neues Passwort', 'Passwort wiederholen'],
  },
  looks: [
    { type: 'password', autocomplete: 'new-password' },
    { type: 'password', name: 'password' },
  ],
};

const FULL_NAME: Decoy = {
  says: { en: ['Full name', 'Your name'], nl: ['Voornaam', 'Naam'], de: ['Vorname', 'Ihr Name', 'Name'] },
  looks: [{ autocomplete: 'name' }, { name: 'name' }, { name: 'username' }],
};

const SUBJECT: Decoy = { says: { en: ['Subject'], nl: ['Onderwerp'], de: ['Betreff'] }, looks: [{}, { name: 'key' }] };

/** Whole forms for something else, with the buttons that say so. */
export const OTHER_FORMS: readonly { readonly fields: readonly Decoy[]; readonly buttons: Decoy['says'] }[] = [
  {
    fields: [PLAIN_EMAIL],
    buttons: {
      en: ['Subscribe', 'Join the newsletter'],
      nl: ['Abonneren', 'Inschrijven'],
      de: ['Abonnieren', 'Newsletter abonnieren'],
    },
  },
  {
    fields: [FULL_NAME, PLAIN_EMAIL, NEW_PASSWORD],
    buttons: {
      en: ['Create account', 'Sign up', 'Register'],
      nl: ['Account aanmaken', 'Registreren'],
      de: ['Konto erstellen', 'Registrieren'],
    },
  },
  {
    fields: [PLAIN_EMAIL, NEW_PASSWORD],
    buttons: {
      en: ['Create account', 'Continue'],
      nl: ['Registreren', 'Doorgaan'],
      de: ['Jetzt registrieren', 'Weiter'],
    },
  },
  {
    fields: [FULL_NAME, PLAIN_EMAIL, SUBJECT],
    buttons: {
      en: ['Send message', 'Submit'],
      nl: ['Bericht sturen', 'Verzenden'],
      de: ['Nachricht senden', 'Absenden'],
    },
  },
  {
    fields: [PLAIN_EMAIL, BACKUP_CODE],
    buttons: {
      en: ['Sign in with backup code', 'Continue'],
      nl: ['Inloggen met reservecode', 'Verder'],
      de: ['Mit Ersatzcode anmelden', 'Weiter'],
    },
  },
  {
    fields: [PLAIN_EMAIL],
    buttons: {
      en: ['Send reset link', 'Request access'],
      nl: ['Toegang aanvragen', 'Stuur herstellink'],
      de: ['Link anfordern', 'Zugang anfordern'],
    },
  },
  {
    fields: [PLAIN_EMAIL],
    buttons: { en: ['Email me a sign-in link'], nl: ['Stuur mij een inloglink'], de: ['Anmeldelink senden'] },
  },
];
