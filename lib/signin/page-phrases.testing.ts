// What generated pages say. Written as people write pages, without a look at the words that the classifier knows: where
// they say the same it is because the world does.

export type Language = 'en' | 'nl' | 'de';
/** What may be said, in each language. */
export type ByLanguage = Readonly<Record<Language, readonly string[]>>;

export const EMAIL_LABELS: ByLanguage = {
  en: [
    'Login email',
    'Sign-in email',
    'Mail address',
    'Email',
    'E-mail address',
    'Your email address',
    'Work email',
    'Username',
    'User name or email',
    'EMAIL',
    'Registered email address',
  ],
  nl: [
    'Je inlognaam',
    'Vul je e-mailadres in',
    'E-mail',
    'E-mailadres',
    'Je e-mailadres',
    'Uw e-mailadres',
    'Gebruikersnaam',
    'Gebruikersnaam of e-mail',
    'Mailadres',
  ],
  de: [
    'Mail-Adresse',
    'Konto-E-Mail',
    'Anmeldename',
    'E-Mail',
    'E-Mail-Adresse',
    'Ihre E-Mail-Adresse',
    'Benutzername',
    'Benutzername oder E-Mail',
    'E‑Mail‑Adresse',
    'Mailadresse',
  ],
};

export const EMAIL_PLACEHOLDERS: ByLanguage = {
  en: ['you@example.com', 'name@company.com', 'Enter your email', 'email'],
  nl: ['jij@voorbeeld.nl', 'naam@bedrijf.nl', 'Vul je e-mailadres in'],
  de: ['name@firma.de', 'sie@beispiel.de', 'E-Mail-Adresse eingeben'],
};

export const EMAIL_NAMES = [
  'email',
  'user_email',
  'loginEmail',
  'username',
  'userName',
  'e-mail',
  'user[email]',
  'login-email',
  'emailAddress',
];

export const KEY_LABELS: ByLanguage = {
  en: [
    'Primary API key',
    'Paramant API key',
    'Current API key (64 characters)',
    'API key',
    'Your API key',
    'API key (acts as your password)',
    'Paste your API key',
    'API-Key',
    'Access key',
    'Password',
    'API token',
  ],
  nl: [
    'Geheime API-sleutel',
    'API-sleutel',
    'Je API-sleutel',
    'API-sleutel (dit is je wachtwoord)',
    'API key',
    'Wachtwoord',
    'Plak hier uw API-sleutel',
  ],
  de: [
    'Ihr geheimer API-Schlüssel',
    'API-Schluessel',
    'API-Schlüssel',
    'Ihr API-Schlüssel',
    'API-Key',
    'API-Schlüssel (Ihr Passwort)',
    'Passwort',
    'Kennwort',
    'Zugangsschlüssel',
  ],
};

export const KEY_PLACEHOLDERS: ByLanguage = {
  en: ['pgp_...', 'pgp_xxxxxxxx', 'Your API key'],
  nl: ['pgp_…', 'Uw API-sleutel'],
  de: ['pgp_...', 'API-Schlüssel eingeben'],
};

export const KEY_NAMES = [
  'api_key',
  'apiKey',
  'apikey',
  'api-key',
  'password',
  'access_key',
  'login-password',
  'auth[api_key]',
];

export const CODE_LABELS: ByLanguage = {
  en: [
    'Multi-factor code',
    'Google Authenticator code',
    'Six-digit code',
    'Code (6 digits)',
    '6-digit code',
    'Authenticator code',
    'Current 6-digit code',
    'Code from your authenticator app',
    'Verification code',
    'One-time code',
    'Two-factor code',
    '2FA code',
    'The 6-digit code from the app on your phone (not a backup code)',
    'One-time password',
    'TOTP',
    'Authentication code',
    'Enter the 6 digits from your authenticator',
  ],
  nl: [
    'Code van 6 cijfers',
    'Zes cijfers uit je app',
    '6-cijferige code',
    'Authenticatorcode',
    'Code uit je authenticator-app',
    'Verificatiecode',
    'Eenmalige code',
    'Zescijferige code',
    'Tweestapscode (authenticator)',
    'De 6-cijferige code uit de app op je telefoon, geen reservecode',
    'Eenmalig wachtwoord',
    'Uw 2FA-code',
  ],
  de: [
    'Code (6 Ziffern)',
    'Einmaliger Code',
    'Sechs Ziffern aus Ihrer App',
    '6-stelliger Code',
    'Authenticator-Code',
    'Code aus Ihrer Authenticator-App',
    'Bestätigungscode',
    'Einmalcode',
    'Sechsstelliger Code',
    'Zwei-Faktor-Code',
    'Der 6-stellige Code aus der App auf Ihrem Handy (kein Backup-Code)',
    'Einmalpasswort',
    'Einmalkennwort',
    '2FA-Code',
  ],
};

export const CODE_PLACEHOLDERS: ByLanguage = {
  en: ['6-digit code', 'Authenticator code'],
  nl: ['6-cijferige code', 'Code uit je authenticator'],
  de: ['6-stelliger Code', 'Code aus der Authenticator-App'],
};

export const CODE_NAMES = [
  'totp',
  'otp',
  'totp_code',
  'otpCode',
  'one_time_code',
  'mfa-code',
  'verificationCode',
  'two_factor',
  'twoFactorCode',
  '2fa',
];

export const BOX_LABELS: ByLanguage = {
  en: ['Digit', 'Character', 'Code digit'],
  nl: ['Cijfer', 'Vakje'],
  de: ['Ziffer', 'Stelle'],
};

/** What stands around a label's own words. */
export const ADORNMENTS = ['%', '% *', '%:', '  %\n ', '1. %', '%'];

/** Names and ids that frameworks make: they say nothing. */
export const MEANINGLESS = ['', 'field-7', 'input_3', ':r1:', 'x91', 'mat-input-2', 'f2', 'ctl00_txt4', 'a'];
