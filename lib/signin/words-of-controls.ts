// What controls say that they do in English, Dutch and German, folded (words.ts).
import { anyOf } from './words';

/** Some other way to sign in: above all a passkey, which on this site is the primary button. */
export const OTHER_WAY_IN = anyOf(
  {
    any: 'pass ?key|webauthn|\\bfido|touch ?id|face ?id|windows hello|biometr|\\bsso\\b|single sign|\\bsaml\\b|\\boidc\\b|magic ?link|qr ?code|yubi ?key',
  },
  {
    any: '\\b(?:google|git ?hub|git ?lab|microsoft|apple|facebook|linked ?in|okta|azure|entra|digi ?d|e ?herkenning|itsme)\\b(?! authenticator)',
  },
  {
    en: 'security ?key|hardware key|(?:another|other|different) device|finger ?print|organi[sz]ation account|your phone$',
    nl: 'beveiligingssleutel|toegangssleutel|ander apparaat|vingerafdruk',
    de: 'sicherheitsschlue?ssel|hauptschlue?ssel|anderen? gerae?t|fingerabdruck|unternehmenskonto',
  },
);

/** Beginning something that is no sign-in. A form that can do only such a thing is none either. */
export const STARTS_SOMETHING_ELSE = anyOf(
  {
    en: 'sign ?up|regist|\\bcreate|\\bjoin\\b|subscri|\\bsearch|\\bfind\\b|\\bapply|redeem|\\breset|\\brecover|\\brequest|\\bsend (?!$)|\\bemail me|\\bget (?:a|the|my) |\\bset ?up|\\bcontact|\\bpay\\b|\\border|\\bbook\\b|\\bsave\\b|\\bchange|\\bupdate|revoke|delete|remove|\\bactivat|\\bpair\\b|unsubscribe|\\bcheck ?out|\\btry |\\bnotify me|\\bdownload|\\bdeletion',
    nl: 'registr|aanmaken|\\bmaak|inschrijv|abonne|\\bzoek|\\bvind\\b|toepassen|inwissel|verzilver|herstel|aanvra|\\bstuur|bericht|\\bcontact|betaal|\\bbestel|\\bboek|opslaan|\\bwijzig|\\bbewaar|intrek|verwijder|activeer|koppel|\\bprobeer|\\bmeld je aan voor|\\bword lid',
    de: 'registr|erstell|anlegen|abonn|\\bsuch|\\bfinde|anwenden|einlos|zurue?cksetz|wiederherstell|anforder|nachricht|link senden|code senden|kontakt|bezahl|bestell|\\bbuch|speicher|\\bander|widerruf|\\bloschen|entfern|aktivier|koppeln|\\bmitglied|testen',
  },
  { any: 'newsletter|nieuwsbrief|coupon|voucher' },
);

/** Away from the sign-in or back in it, or something that only changes how the page looks. */
export const LEADS_AWAY = anyOf(
  { any: '\\binfo\\b|cookie|\\bfaq\\b' },
  {
    en: '\\bwithout\\b|\\blater\\b|\\bdemo\\b|\\bslide|feedback|phone number|\\bback|cancel|resend|\\bagain\\b|forgot|\\bhelp|\\blost\\b|\\bshow|\\bhide|\\bcopy|\\bclear|\\bclose|dismiss|\\bskip|\\bguest|\\baccept|\\ballow|\\bnot (?:you|now)|\\bedit\\b|\\bswitch|(?:another|other|different) (?:way|method|option|account|e ?mail)|do you have|\\bno account|\\bsign ?out|\\blog ?out|\\blearn|\\bpaste|\\bscan|language|\\bprivacy|\\bterms|trouble|can t|start over|restart|toggle|\\bmenu|log ?in link|sign in link|\\bagree|reject|decline|support',
    nl: '\\bzonder\\b|winkel|\\blees\\b|nog geen|terug|annuleer|annuleren|opnieuw|vergeten|\\bhulp|kwijt|\\btoon|tonen|verberg|kopieer|wissen|\\bsluit|overslaan|\\bgast|accepteer|\\balles toestaan|\\bniet nu|bewerk|andere? (?:manier|methode|optie|account|e ?mail)|nog geen|uitloggen|afmelden|plakken|\\btaal|voorwaarden|problemen|weiger|akkoord|reserve ?code|inloglink',
    de: '\\bohne\\b|spae?ter|\\bshop\\b|lesen|zurue?ck|abbrech|\\berneut|vergessen|\\bhilfe|verloren|anzeig|\\bzeigen|ausblend|verberg|kopier|leeren|schliess|uberspring|\\bgast|akzeptier|erlaub|bearbeit|andere[rsn]? (?:weg|methode|option|konto|e ?mail)|abmeld|ausloggen|einfugen|sprache|bedingungen|probleme|ablehn|zustimm|anmeldelink',
  },
);

/** On with the sign-in. */
export const LEADS_ON = anyOf({
  any: '\\blog ?in\\b|^ok$|^go$|^enter$',
  en: 'continue|\\bnext\\b|sign ?in\\b|(?:log|sign) me in|log ?on\\b|submit|verify|confirm|proceed',
  nl: 'doorgaan|\\bga (?:door|verder)|verder|volgende|inloggen|aanmelden|\\bmeld (?:je )?aan$|\\blog nu in|bevestig(?:en)?|verifieer|verifieren|controleer|controleren|verzenden|versturen',
  de: '\\bweiter\\b|fortfahren|anmelden|einloggen|bestae?tigen|\\bprue?fen|uberprue?fen|absenden|^senden$|nae?chste[rn]?(?: schritt)?\\b',
});

/** What may stand beside that. With any other word it may be on to something else: "Next slide", "Confirm deletion". */
export const LEADS_ON_WITH = anyOf({
  any: '\\b(?:paramant|dashboard|account|api|e ?mail|code|codes|authenticator ?code|app|login|2 ?fa|totp|\\d+)\\b',
  en: '\\b(?:to|and|the|your|my|now|with|using|it|securely|safely|address|api key|key|step|digit|six|verification|password|a|an)\\b',
  nl: '\\b(?:naar|en|de|het|een|je|uw|jouw|mijn|nu|met|veilig|stap|adres|mailadres|sleutel|cijferige|verificatiecode|wachtwoord|gaan)\\b',
  de: '\\b(?:zu|zum|zur|und|die|der|das|den|dem|ihr\\w*|mein\\w*|jetzt|mit|bei|sicher|schritt|adresse|konto|schlue?ssel|stelligen?|stelligem|passwort|gehen)\\b',
});
