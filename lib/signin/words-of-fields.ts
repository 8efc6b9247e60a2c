// What fields say of themselves in English, Dutch and German, folded (words.ts).
import { anyOf, without } from './words';

/** The key by its own name. */
export const KEY = anyOf({
  any: '\\bapi ?(?:key|token|sleutel|schlue?ssel)|^(?:pgp|psk (?:live|test))(?: \\w+)?$|\\bparamant (?:(?:api|access|account|login) )?(?:key|sleutel|schlue?ssel)\\b|\\b(?:key|sleutel|schlue?ssel) api$',
  en: 'access ?key',
  nl: '\\btoegangs? ?sleutel',
  de: '\\bzug(?:angs|riffs) ?schlue?ssel',
});

/** A password, which on this site is the key. */
export const PASSWORD = anyOf({ any: 'pass ?word|passwd|\\bpwd?\\b', nl: 'wachtwoord', de: 'passwort|kennwort' });

/** The code by its own name. "Six digits" alone is no name: customers and rooms have six digits too. */
export const CODE = anyOf(
  {
    any: '\\btotp|\\b(?:authy|aegis|raivo|free ?otp|2fas)\\b|\\b(?:one ?time ?)?otp(?:\\b|\\d| ?code)|\\b2 ?fa\\b|\\bmfa\\b|authenticator',
  },
  {
    en: 'one ?time ?(?:code|pin|pass ?(?:word|code))|\\b(?:6|six) ?(?:digits?|figures?)(?: (?:login |sign ?in )?code\\b| from\\b|$)|verification ?(?:code|number)|authentication code|second factor|(?:two|multi) ?factor|(?:two|2) ?step',
    nl: 'eenmalige? ?(?:inlog|toegangs)?(?:code|wachtwoord)|\\b(?:6|zes) ?cijfer(?:ige|s)(?: (?:inlog)?code\\b| uit\\b|$)|(?:verificatie|bevestigings|authenticatie) ?code|tweede factor|(?:twee|2) ?(?:factor|stap)',
    de: 'einmal(?:iger?)? ?(?:code|passwort|kennwort)|\\b(?:6|sechs) ?(?:stellig\\w*|ziffern)(?: (?:anmelde)?code\\b| aus\\b|$)|(?:bestae?tigungs|verifizierungs|authentifizierungs) ?code|(?:zwei|2) ?(?:faktor|stufen)|zweiter faktor',
  },
);

export const EMAIL = anyOf({
  any: 'e ?mail|\\w@\\w|\\buser ?(?:name|id)\\b|\\blogin ?(?:name|id)\\b|^mail$',
  en: '\\bmail ?address',
  nl: 'gebruikersnaam|inlognaam|\\bmail ?adres',
  de: 'benutzername|nutzername|anmeldename|\\bmail ?adresse',
});

/** A name or an id that is nothing but this means whoever signs in. */
export const IDENTIFIER = /^(?:login|user|identifier|uid)$/u;

/** Words that ask for something without saying what. What is left when they are gone is what a text says. */
const FILLERS = anyOf(
  // How much of it there is, before its number is taken for one that says nothing.
  {
    en: '\\b(?:\\d+|six) ?(?:hex )?(?:characters?|chars?|seconds?)\\b',
    nl: '\\b(?:\\d+|zes) ?(?:tekens?|cijferige?|seconden?)\\b',
    de: '\\b(?:\\d+|sechs) ?(?:zeichen|stellen|stellige[rn]?|sekunden)\\b',
  },
  {
    any: '\\b(?:input|field|text|value|box|form|auth|ctl|el|fld|txt|val|paramant|\\d+|[a-z]|[a-z]?\\d+[a-z]?)\\b',
    en: '\\b(?:please|enter|type|paste|your|own|my|the|this|current|present|full|here|now|below|required|(?:to )?(?:sign|log) ?in|six)\\b',
    nl: '\\b(?:voer|vul|typ|plak|je|uw|jouw|eigen|mijn|de|het|dit|deze|hier|nu|huidige|verplicht|inlog|om in te loggen|zes)\\b|\\bin$',
    de: '\\b(?:bitte|geben|gib|sie|ihre?[nrms]?|deine?[nrms]?|eigene[nrs]?|meine?[nrms]?|den|die|das|dem|diese[nrms]?|hier|jetzt|aktuelle[nr]?|eingeben|einfugen|pflichtfeld|zum anmelden|zur anmeldung|sechs|ein)\\b',
  },
);

/** What a folded text says once what says nothing is taken out of it. */
export function gistOf(folded: string): string {
  return without(folded, FILLERS);
}

/** Some code or key: where it is not one of those above, it is another one. */
export const SOME_CODE_OR_KEY = anyOf({
  any: 'code|\\bkey\\b|sleutel|schlue?ssel|\\btan\\b|\\b(?:digits|figures|cijfers|ziffern)\\b',
});
/** Of these, what may be the one or the other. */
export const SOME_KEY = /\bkey\b|sleutel|schlue?ssel/mu;
export const SOME_CODE = /code|\b(?:number|digits?|figures?|cijfers?|ziffern)\b|nummer\b|zahl\b|getal\b/mu;

/** A code that came by mail or telephone: Latchkey has none of those. */
export const SENT = anyOf({
  any: '\\bsms\\b|whatsapp|e ?mail code|mail ?code\\b|\\bper (?:e ?)?mail',
  en: '\\bsent\\b|text message|\\btexted|e ?mailed|\\b(?:by|via|from|in)(?: (?:the|an|our|your))? e ?mail',
  nl: 'gestuurd|verstuurd|verzonden|gemaild|\\b(?:via|uit|in)(?: (?:de|een|onze|je|uw))? (?:e ?)?mail',
  de: 'gesendet|geschickt|gesandt|\\b(?:aus|in|via)(?: (?:der|einer|unserer|ihrer))? (?:e ?)?mail',
});

/** The second of two: a form that changes or creates something asks twice. */
export const REPEATED = anyOf({
  en: '\\brepeat|\\bagain\\b|\\bre ?(?:enter|type)|\\bconfirm|\\bverify',
  nl: '\\bherhaal|\\bbevestig|\\bnogmaals|\\bopnieuw',
  de: 'wiederhol|bestae?tig|\\bnoch ?(?:ein)?mal|\\berneut',
});

/** Ways back in for whoever lost an authenticator. */
export const BACKUP = anyOf({
  en: '\\bback ?up|recover|\\bemergency|\\bscratch',
  nl: '\\breserve ?code|\\bherstel|\\bnood ?code',
  de: '\\bersatz ?code|wiederherstell|\\bnotfall|sicherungs ?code',
});

/** Words after which a field is none of the sign-in's three, whatever else it says. */
export const FOREIGN = anyOf(
  // Ways to set one up.
  { en: '\\bset ?up\\b|manual entry', nl: '\\binstel|\\binstallatie', de: '\\beinricht' },
  // Lists, shops, codes that give something.
  {
    any: 'newsletter|coupon|voucher|\\bpromo|\\bgift|\\bplk\\b',
    en: '\\bsearch|\\bsubscri|discount|\\blicen[cs]e|(?:product|serial) ?(?:key|code|no|number)|\\bredeem',
    nl: '\\bzoek|nieuwsbrief|\\babonn|\\bkorting|cadeau|actie ?code|licentie|serienummer|\\bproduct ?(?:code|sleutel)',
    de: '\\bsuch(?:e|en|begriff|wort)?\\b|gutschein|rabatt|geschenk|aktions ?code|lizenz|seriennummer|produkt ?schlue?ssel',
  },
  // Places and people.
  {
    any: '\\bzip ?(?:code)?\\b|\\bpost ?code\\b|\\bplz\\b|captcha',
    en: '\\bpostal|\\binvit|\\brefer(?:r|ral)|\\bfriend|colleague|\\bpartner|\\brecipient|\\bbilling|\\b(?:user|device|pairing|activation|class|team|room|meeting|group|country|area|tax) ?code\\b',
    nl: '\\buitnodig|\\bverwijz|\\bvriend|\\bcollega|\\bontvanger|\\bfactu|\\b(?:gebruikers|apparaat|koppel|activerings|activatie|klas|team|vergader|land)code\\b',
    de: 'postleitzahl|\\beinlad|empfehl|\\bfreund|kolleg|empfanger|rechnung|\\b(?:benutzer|gerae?te?|kopplungs|aktivierungs|klassen|team|lander)code\\b|\\bwerber',
  },
  // Ways into a house or to a thing that waits.
  {
    en: '\\b(?:gate|door|entry|booking|reservation|unlock|track\\w*|membership) ?(?:code|number)\\b|\\b(?:from|in|on) (?:the |our |your |a )?letter\\b',
    nl: '\\b(?:deur|poort|toegangspoort|boekings|reserverings|ontgrendel)code|\\bbrief\\b',
    de: '\\b(?:tur|tor|buchungs|reservierungs|freischalt|entsperr)code|\\bbrief\\b',
  },
  // Proving something else than who signs in.
  {
    en: '(?<!\\b(?:time|app) )\\bpin\\b|\\bpin ?code|\\bimage\\b|\\bpicture|characters (?:in|you|shown|from)|\\bquestion|\\banswer|\\bmaiden|\\brevok|\\bdelete|\\bsignature|\\bsigning\\b(?! in\\b)|(?<!\\bat )\\bsign ?up\\b|\\bregister\\b|\\bcard\\b|\\bcvc\\b|\\bcvv\\b|\\biban\\b',
    nl: '\\bpincode|\\bafbeelding|\\bplaatje|beveiligingsvraag|\\bantwoord|\\bintrek|\\bverwijder|handtekening|\\bonderteken|\\binschrijv|kaart ?nummer|\\brekening',
    de: 'geheimzahl|\\bbild|sicherheits(?:ab)?frage|\\bantwort|widerruf|\\bloschen|unterschrift|signatur|registrier(?:en|ung)|kart(?:en)?nummer|\\bkonto ?nummer|prufziffer',
  },
  // Keys and passwords to other doors, new ones, and what keys are called.
  {
    en: '\\b(?:ssh|public|private|encrypt\\w*|decrypt\\w*|wi ?fi|recovery|signing|pgp) (?:key|pass\\w*)|pass ?phrase|mnemonic|\\bseed\\b|\\b(?:new|old|previous|choose|create) (?:a |an |your )?(?:e ?mail|pass|api ?key|key)|\\b(?:key|authenticator|device) ?(?:name|label)\\b|\\bname (?:of|for)\\b',
    nl: '\\bversleutel|\\bontsleutel|openbare sleutel|\\bwachtzin|\\b(?:nieuwe?|oude?|vorige?|kies) (?:een )?(?:e ?mail|wachtwoord|api|sleutel)|\\bsleutelnaam|\\bnaam (?:van|voor)',
    de: 'verschlue?ssel|entschlue?ssel|offentlicher|privater schlue?ssel|\\b(?:neu\\w*|alt\\w*|bisherig\\w*) (?:e ?mail|pass|kennwort|api|schlue?ssel)|schlue?sselname|\\bname (?:des|der|fur)|bezeichnung|wlan',
  },
  // Doors of other houses.
  {
    any: '\\b(?:smtp|imap|ftp|wi ?fi|wlan|vpn|stripe|openai|aws|google|azure|github|otp|totp|client|webhook) (?:password|passwort|wachtwoord|api|secret)|\\bhint\\b|wachtwoordhint|\\bfilter',
    en: '\\b(?:database|server|room|meeting|router) (?:password|key)|\\bdomain\\b|\\bshare\\b|mail subject',
    nl: '\\bdomein\\b|\\bdelen met|\\bfilteren',
    de: '\\bdomane\\b|\\bteilen mit|\\bfiltern|passworthinweis',
  },
  // A second address of the same person.
  {
    en: '\\b(?:second|secondary|alternate|alternative|other|contact) e ?mail|\\bnotif',
    nl: '\\b(?:tweede|alternatie\\w*|ander) e ?mail|\\bmeldingen',
    de: '\\b(?:zweite|alternative|andere) e ?mail|benachrichtig',
  },
);

/** Words after which a field is none of the three, unless it says in so many words that it is one. */
export const PROBABLY_FOREIGN = anyOf({
  any: '\\btel\\b|\\bfax\\b|\\burl\\b|\\bwebsite|^q$|^s$|^query$',
  en: '\\bphone|\\bmobile|\\bcell|^(?:\\d+ )?name$|\\b(?:first|last|full|given|family|middle|sur|your|display|nick|company) ?name|\\bcompany|\\borgani[sz]ation|(?<!mail )\\baddress|\\bstreet|\\bcity\\b|\\bcountry|\\bsubject|\\bmessage|\\bcomment|\\bamount|\\bquantity|\\bprice|\\bdate\\b|\\bbirth|\\b(?:day|month|year)\\b|\\bexpir|\\border|\\binvoice|\\bticket|\\btracking|\\b(?:customer|employee|member|account|reference|room|case) ?(?:no|nr|number|id)\\b',
  nl: 'telefoon|\\bmobiel|^(?:\\d+ )?naam$|\\b(?:voor|achter|volledige |bedrijfs|uw |je )naam\\b|\\bbedrijf|\\borganisatie|(?<!mail )\\badres\\b|\\bstraat|woonplaats|\\bland\\b|\\bonderwerp|\\bbericht|\\bopmerking|\\bbedrag|\\baantal|\\bprijs|\\bdatum|geboorte|\\b(?:dag|maand|jaar)\\b|\\bverval|bestel|(?:klant|personeels|lid|dossier|kamer) ?nummer|kenmerk',
  de: 'telefon|\\bmobil|handy|\\b(?:vor|nach|familien|firmen|vollstandiger )name\\b|\\bihr name|\\bfirma|unternehmen|organisation|anschrift|\\bstrasse|\\bwohnort|\\bort\\b|\\bbetreff|nachricht|\\bbetrag|\\banzahl|\\bmenge|\\bpreis|geburt|\\b(?:tag|monat|jahr)\\b|\\bablauf|bestell|auftrag|(?:kunden|personal|mitglieds|akten|zimmer) ?nummer|aktenzeichen|\\breferenz',
});

/** What is asked of a person who is not known yet, or who wants something sent. */
export const PERSONAL = anyOf(
  { any: '^(?:\\d+ )?(?:name|naam)$' },
  {
    en: '\\b(?:first|last|full|given|family|your|company) ?name\\b|\\b(?:choose|create) (?:a |your )?pass|\\bnew (?:password|api key)|\\bsubject\\b|\\b(?:street|billing|shipping) address|\\bcard number',
    nl: '\\b(?:voor|achter|volledige |bedrijfs|uw |je )naam\\b|\\b(?:nieuwe?|kies) (?:een )?(?:wachtwoord|api)|\\bonderwerp\\b|\\bstraat|kaartnummer',
    de: '\\b(?:vor|nach|familien|firmen|vollstandiger )name\\b|\\bihr name\\b|\\bneues? (?:passwort|kennwort)|\\bneuer api|\\bbetreff\\b|\\bstrasse|kartennummer',
  },
);

/** `autocomplete` tokens that name something else. */
export const FOREIGN_AUTOCOMPLETE =
  /^(?:new-password|cc-.*|postal-code|street-address|address-.*|country.*|tel.*|name|.+-name|nickname|organization.*|bday.*|sex|url|transaction-.*|billing|shipping|impp|language)$/u;

/** What single boxes are called: their place in the code and nothing of what it is. */
export const BOX_NAME = anyOf({
  any: '^(?:otp|code)? ?\\d*$',
  en: '^(?:code )?(?:(?:fir|1)st |(?:second|2nd|third|3rd) |(?:four|fif|six|\\d)th )?(?:digit|character|number|box)s?\\b',
  nl: '^(?:code ?)?(?:(?:eer|twee|der|vier|vijf|zes)(?:ste|de) )?(?:cijfer|teken|vakje)s?\\b',
  de: '^(?:code ?)?(?:(?:ers|zwei|drit|vier|funf|sechs)tes? )?(?:ziffer|zeichen|stelle|feld)n?\\b',
});
