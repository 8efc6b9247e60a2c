// Fields of generated pages that are no sign-in's. They are mean: they borrow the names, types and
// shapes of the real ones, and only what they say tells them apart.
import type { Language } from './page-phrases.testing';
import type { SnapshotField } from './snapshot';

type Look = Partial<Pick<SnapshotField, 'type' | 'name' | 'autocomplete' | 'inputMode' | 'maxLength' | 'pattern'>>;

/** A field that is to be left alone: what it says, and how it looks. */
export type Decoy = { readonly says: Readonly<Record<Language, readonly string[]>>; readonly looks: readonly Look[] };

const LIKE_CODE: Look = { name: 'code', inputMode: 'numeric', maxLength: 6, pattern: '[0-9]{6}' };

/** Fields that may stand anywhere, also between those of a sign-in. */
export const DECOYS: readonly Decoy[] = [
  {
    says: {
      en: ['Search', 'Search the docs by email or key'],
      nl: ['Zoeken', 'Zoek in de documentatie'],
      de: ['Suche', 'Suchen', 'Suchbegriff'],
    },
    looks: [{ type: 'search', name: 'q' }, { name: 'search' }, {}],
  },
  {
    says: {
      en: ['Coupon code', 'Promo code', 'Discount code'],
      nl: ['Kortingscode', 'Cadeauboncode'],
      de: ['Gutscheincode', 'Rabattcode'],
    },
    looks: [LIKE_CODE, { name: 'code' }, {}],
  },
  {
    says: { en: ['Postal code', 'ZIP code', 'Postcode'], nl: ['Postcode'], de: ['Postleitzahl', 'PLZ'] },
    looks: [LIKE_CODE, { autocomplete: 'postal-code' }, { inputMode: 'numeric', maxLength: 6 }],
  },
  {
    says: {
      en: ['Referral code', 'Invite code (optional)', 'Device code', 'User code'],
      nl: ['Uitnodigingscode', 'Apparaatcode', 'Code van je vriend'],
      de: ['Einladungscode', 'Gerätecode', 'Empfehlungscode'],
    },
    looks: [LIKE_CODE, { name: 'user_code' }, { name: 'ref' }],
  },
  {
    says: {
      en: ['PIN', 'Your 6-digit PIN', 'PIN code'],
      nl: ['Pincode', '6-cijferige pincode'],
      de: ['PIN', '6-stellige PIN', 'Geheimzahl'],
    },
    looks: [
      { ...LIKE_CODE, type: 'password' },
      { type: 'password', inputMode: 'numeric', maxLength: 4 },
      { type: 'password' },
    ],
  },
  {
    says: {
      en: ['Characters in the image', 'Captcha', 'Type the code shown in the picture'],
      nl: ['Typ de code in de afbeelding', 'Captcha'],
      de: ['Code aus dem Bild', 'Captcha', 'Sicherheitsabfrage'],
    },
    looks: [LIKE_CODE, { name: 'captcha_code' }, { maxLength: 6 }],
  },
  {
    says: {
      en: ['Licence key', 'License key', 'Product key'],
      nl: ['Licentiesleutel', 'Licentiecode'],
      de: ['Lizenzschlüssel', 'Produktschlüssel'],
    },
    looks: [{ name: 'key', type: 'password' }, { name: 'api_key' }, { name: 'licence_key' }],
  },
  {
    says: {
      en: ['Code sent by text message', 'SMS code', 'The 6-digit code we sent to your email'],
      nl: ['Sms-code', 'De 6-cijferige code die we je hebben gestuurd', 'Code uit de e-mail'],
      de: ['SMS-Code', 'Der 6-stellige Code, den wir Ihnen gesendet haben', 'Code aus der E-Mail'],
    },
    looks: [LIKE_CODE, { inputMode: 'numeric', maxLength: 6 }, {}],
  },
  {
    says: {
      en: ['Mobile phone', 'Phone number'],
      nl: ['Mobiel nummer', 'Telefoonnummer'],
      de: ['Mobilnummer', 'Telefonnummer'],
    },
    looks: [{ type: 'tel', autocomplete: 'tel' }, { type: 'tel', inputMode: 'numeric' }, { name: 'username' }],
  },
  {
    says: {
      en: ['Key name', 'Name of this API key'],
      nl: ['Naam van de API-sleutel'],
      de: ['Name des API-Schlüssels', 'Bezeichnung des Schlüssels'],
    },
    looks: [{ name: 'api_key_name' }, { name: 'key' }, {}],
  },
  {
    says: {
      en: ['Amount', 'Order number', 'Customer number'],
      nl: ['Bedrag', 'Bestelnummer', 'Klantnummer'],
      de: ['Betrag', 'Bestellnummer', 'Kundennummer'],
    },
    looks: [LIKE_CODE, { type: 'number' }, { name: 'username' }],
  },
  {
    says: {
      en: ['Date of birth', 'Expiry date'],
      nl: ['Geboortedatum', 'Vervaldatum'],
      de: ['Geburtsdatum', 'Ablaufdatum'],
    },
    looks: [{ inputMode: 'numeric', maxLength: 6 }, { type: 'date' }, LIKE_CODE],
  },
  {
    says: {
      en: ['Repeat email', 'Confirm your email address'],
      nl: ['Herhaal e-mailadres', 'Bevestig je e-mail'],
      de: ['E-Mail wiederholen', 'E-Mail-Adresse bestätigen'],
    },
    looks: [{ type: 'email', name: 'email2' }, { name: 'email_confirm' }, { type: 'email', autocomplete: 'email' }],
  },
  {
    says: {
      en: ['Newsletter: your email', 'Friend’s email'],
      nl: ['E-mail voor de nieuwsbrief', 'E-mail van een vriend'],
      de: ['E-Mail für den Newsletter', 'E-Mail eines Freundes'],
    },
    looks: [{ type: 'email', name: 'email', autocomplete: 'email' }, { type: 'email' }, { name: 'email' }],
  },
  {
    says: {
      en: ['Setup key of your authenticator', 'SSH public key', 'Answer to your security question'],
      nl: ['Openbare sleutel', 'Antwoord op je beveiligingsvraag'],
      de: ['Öffentlicher Schlüssel', 'Antwort auf Ihre Sicherheitsfrage'],
    },
    looks: [{ type: 'password', name: 'key' }, { name: 'secret' }, { type: 'password' }],
  },
  {
    says: {
      en: [
        'Email domain of your company',
        'Share with (email)',
        'Wi-Fi password',
        'Database password',
        'Stripe API key',
        'OTP secret',
      ],
      nl: ['Wifi-wachtwoord', 'Filteren op e-mail', 'Delen met (e-mail)'],
      de: ['WLAN-Passwort', 'Nach E-Mail filtern', 'E-Mail des Empfängers'],
    },
    looks: [{ name: 'email' }, { type: 'password', name: 'password' }, { name: 'api_key' }, {}],
  },
  {
    says: {
      en: ['Reservation code', 'Gate code', 'Code from the letter'],
      nl: ['Reserveringscode', 'Deurcode', 'Code op de brief'],
      de: ['Buchungscode', 'Türcode', 'Code aus dem Brief', 'Freischaltcode'],
    },
    looks: [LIKE_CODE, { inputMode: 'numeric', maxLength: 6 }],
  },
];

/** A way back in, beside the code that it replaces. */
export const BACKUP_CODE: Decoy = {
  says: {
    en: ['Backup code', 'Recovery code'],
    nl: ['Reservecode', 'Herstelcode', 'Back-upcode'],
    de: ['Ersatzcode', 'Wiederherstellungscode', 'Backup-Code'],
  },
  looks: [{ name: 'code', autocomplete: 'one-time-code' }, { name: 'code' }, { maxLength: 14 }],
};
