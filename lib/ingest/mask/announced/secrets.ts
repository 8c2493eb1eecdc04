import { endOfSaidCode, endOfSaidDigits } from "../numbers/said-numerals";
import { announced, type Announced } from "./announced";

const secret =
  "(?=[^\\s\"'<>,;]{0,63}[\\d!#$%&*@^~+])(?=[^\\s\"'<>,;]{0,63}\\p{L})[^\\s\"'<>,;]{5,63}[^\\s\"'<>,;.!?)]";

/** Codes, passwords and cards. */
export const secrets: readonly Announced[] = [
  announced(
    "KEY", // a card's code
    "number on the (?:front|back) of (?:my|the) (?:card|amex|visa|mastercard)|(?:three|four|3|4)(?:[ -]?(?:digits?|numbers?|figures))?(?: (?:code|number))?(?: (?:on|from|at) (?:the |its )?(?:back|front|reverse|card|(?:signature )?strip)(?: of (?:the|my) card)?)|(?:digits?|numbers?|code) (?:on|off|from|at) the (?:back|reverse|front|(?:signature )?strip)(?: of (?:the|my) card)?|on the back(?: of (?:the|my) card)?,? it|card (?:verification|security) (?:code|number|value)|(?:card )?(?:sec|security|verification)\\.? (?:code|number|value)|security number|c[vs][cv]2?|c[vs][cv] code|kartenpr(?:ü|ue)f(?:nummer|ziffer)|pr(?:ü|ue)f(?:nummer|ziffer)(?: (?:meiner|der|auf der) karte)?|(?:trois|quatre|3|4) (?:derniers )?chiffres (?:au (?:dos|verso)|derrière)(?: de (?:la|ma) carte)?|code (?:au dos|au verso|de sécurité)(?: de (?:la|ma) carte)?|(?:drei|3) ziffern (?:auf der rückseite|hinten)(?: (?:drauf|der karte|auf der karte))?|(?:drie|3) cijfers (?:achterop|op de achterkant)(?: (?:de|van de|mijn) (?:kaart|pas))?|cryptogramme(?: visuel)?|código de (?:seguridad|segurança)|codice di sicurezza|beveiligingscode|(?:tres|três|tre|3) (?:dígitos|cifre|números|algarismos) (?:de |do |sul |del |no |al )?(?:atrás|detrás|trás|verso|retro|dietro|reverso|dorso)(?: (?:de |da |della |del )?(?:la |mi |mia |minha )?(?:carta|tarjeta|cartão))?",
    "\\d{3,4}(?!\\d)",
    { isStatement: true, said: endOfSaidCode },
  ),
  announced(
    "CARD", // when a card ends
    "expir(?:y|es|ation|ing|e)(?: date)?|valid (?:thru|through|until|to)|exp|runs out|gültig bis|ablaufdatum|date d['’]expiration|expire le|scadenza|scade|caduca|caducidad|validade|vervaldatum|geldig tot",
    "(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\\d",
    {
      beside:
        /card|visa|mastercard|amex|kredit|karte|carte|tarjeta|carta|cartão|kaart|<CARD:|<KEY:/i,
    },
  ),
  announced(
    "KEY", // a code that was just sent
    "(?:the |my )?(?:text|sms|message|authenticator|app) (?:says?|reads?|shows?)|it says|it['’]?s",
    "\\d{3}[ -]?\\d{3}(?!\\d)",
    { beside: /code|código|codice|sim|verif|log ?in|authent|sms|text|otp/i, said: endOfSaidDigits },
  ),
  announced(
    "KEY",
    "(?<!(?:last|final) )(?:four|five|six|eight|4|5|6|8)[- ]digits?(?: (?:code|number))?|(?:vier|sechs|4|6)stelliger? code|(?:quatre|six|4|6) chiffres|(?<!últimos )(?:cuatro|seis|quatro|4|6) dígitos|(?<!ultime )(?:quattro|sei|4|6) cifre|(?<!laatste )(?:vier|zes|4|6) cijfers",
    "\\d{4,8}(?!\\d)|\\d{3}[ -]\\d{3}(?!\\d)",
    { beside: /text|sms|code|sent|mail|código|codice|reçu|send/i, said: endOfSaidDigits },
  ),
  announced(
    "KEY",
    "(?:one[- ]time|verification|confirmation|login|log-?in|sign-?in|security|auth(?:entication|orisation|orization)?|2fa|sms) (?:code|password|passcode)|otp|passcode|(?:einmal|bestätigungs|sicherheits|anmelde|sms)-?code|tan|code (?:de (?:vérification|sécurité|confirmation)|reçu)|(?:le |un )?code (?=que|qu['’]|par)|código(?: de (?:verificación|verificação|acceso|acesso|confirmación))?|codice(?: di (?:verifica|conferma|accesso))?|(?:verificatie|bevestigings|inlog|beveiligings|sms)-?code",
    "\\d{3}[ -]?\\d{3}(?!\\d)|\\d{2}([ -])\\d{2}\\1\\d{2}(?!\\d)",
    { isStatement: true, said: endOfSaidCode },
  ),
  announced(
    "KEY", // what opens an account
    "pin(?:[ -]?(?:code|nummer|number|nr))?|geheim(?:zahl|nummer|e? ?code)|code (?:secret|pin|confidentiel)|codice (?:segreto|pin)|código (?:secreto|pin)|clave(?: (?:secreta|numérica|personal))?|número secreto|senha|toegangscode|zugangs(?:code|zahl)|code d['’]accès|codice di accesso|telephone (?:banking )?(?:code|pin)",
    "\\d{4,6}(?!\\d)",
    { isStatement: true, said: endOfSaidCode },
  ),
  announced(
    "KEY",
    "the key (?:on|under|from) the (?:back|sticker|bottom|router|label|box)",
    secret,
  ),
  announced("KEY", "ssid \\S{2,32} (?:key|password|pass|pw)", secret),
  announced("KEY", "alarm(?: (?:is|code))+", "\\d{4,6}"),
  announced("KEY", "(?:duress|safe|security|memorable) word", "\\p{L}{4,20}"),
  announced(
    "KEY", // answers to security questions
    "first pet|pet['’]?s name|childhood (?:pet|friend|nickname)|first (?:school|teacher|car)",
    "(?:was |is |called |named )?\\p{Lu}[\\p{L}'’-]{2,20}",
  ),
  announced(
    "KEY", // what opens a door
    "(?:door|gate|entry|entrance|access|building|lobby|alarm|lock ?box|key ?safe|garage|keypad|buzzer|barrier|intercom)(?: (?:code|pin|keypad))+|gate opens|alarm disarms|duress (?:code|pin)|(?:key safe|lock ?box)[^.\\n\\d]{0,24}code|digicode|t(?:ü|ue)rcode|code (?:de la porte|d['’]entrée|du portail)|código (?:de la puerta|del portal|da porta|do portão)|codice (?:del portone|del cancello)|deurcode|poortcode",
    "[A-Z#*]?\\d[\\dA-Z#*]{2,7}|\\d(?:-[\\dA-Z#*]){3,7}",
    { flags: "i", said: endOfSaidCode },
  ),
  announced(
    "KEY", // a network's key, a password
    "(?:wi-?fi|wlan|network|wpa[23]?|router|hotspot)(?: (?:key|password|pass ?phrase|pass|code))+|wi-?fi [^.\\n]{0,40}(?:key|password)|passwor[dt]|(?:my|new|old|the) (?:pass|pw|log-?in)|kennwort|mot de passe|contraseña|senha|palavra-passe|wachtwoord|parola d['’]ordine|l[öo]senord|has[łl]o|pass ?phrase|pwd?",
    secret,
  ),
];
