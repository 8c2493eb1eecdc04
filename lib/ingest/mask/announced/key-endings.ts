import type { PiiType } from "@/lib/domain/privacy/pseudonym";

/** The types of value that a key's last words imply. */
export type NumberHint = Extract<
  PiiType,
  "PHONE" | "CARD" | "SSN" | "ACCOUNT" | "IBAN" | "PERSON" | "ADDRESS" | "BIRTH_DATE" | "SPECIAL"
>;

const rows = (text: string): readonly string[] => text.split(" ");

/** Last words of keys in German, French, Spanish, Italian, Portuguese and Dutch, without accents, and of coordinates. */
export const furtherEndings: readonly (readonly [NumberHint | "KEY", readonly string[]])[] = [
  [
    "PERSON",
    rows(
      "vorname nachname familienname kundenname ansprechpartner inhaber kontoinhaber prenom nom_client nom_famille nom_de_famille nom_complet nom_titulaire titulaire apellido apellidos nombre_completo nombre_cliente nombre_titular titular cognome nome_cliente nome_completo nome_paziente intestatario sobrenome apelido nome_paciente voornaam achternaam klantnaam volledige_naam naam_klant tussenvoegsel",
    ),
  ],
  [
    "PHONE",
    rows(
      "telefon telefonnummer rufnummer handy handynummer mobilnummer telephone tel_portable portable_client numero_telephone telefono numero_telefono movil celular cellulare telefone telemovel numero_celular telefoonnummer telefoon mobiel gsm",
    ),
  ],
  [
    "ADDRESS",
    rows(
      "adresse anschrift strasse plz postleitzahl adresse_postale rue code_postal direccion calle codigo_postal indirizzo endereco rua morada cep adres straat straatnaam huisnummer hausnummer lat lng lon latitude longitude",
    ),
  ],
  [
    "BIRTH_DATE",
    rows(
      "geburtsdatum geburtstag date_naissance date_de_naissance fecha_nacimiento fecha_de_nacimiento data_nascita data_di_nascita data_nascimento data_de_nascimento geboortedatum",
    ),
  ],
  [
    "ACCOUNT",
    rows(
      "kontonummer steuer_id steuernummer ausweisnummer passnummer fuhrerscheinnummer versichertennummer kundennummer kennzeichen numero_compte numero_client numero_secu nir plaque passeport dni nie nif curp rfc numero_cuenta numero_cliente pasaporte matricula codice_fiscale numero_conto passaporto targa cpf rg numero_conta placa rekeningnummer klantnummer bsn paspoortnummer kenteken license_plate licence_plate number_plate plate_number vin ni_number nino insurance_number patient_id passport_num",
    ),
  ],
  ["KEY", rows("passwort kennwort mot_de_passe contrasena senha palavra_passe wachtwoord pincode")],
];
