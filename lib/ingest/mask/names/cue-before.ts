import type { Token } from "../tagger/tokens";
import type { WordFacts } from "../tagger/word-facts";

type Given = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const titles = words(
  "herr herrn hr hrn frau fr dr prof dipl ing mag madame mme monsieur mlle mademoiselle mm maître me señor señora señorita sr sra srta don doña d dña signor signora signorina sig dott dottor dottoressa avv geom meneer mevrouw dhr mevr mw senhor senhora dona doutor doutora fru pan pani panie pana docteur doctor doctora lic mr mrs ms miss mister sir madam professor pater schwester bruder onkel tante tío tía zio zia oom seu",
);
/** Those that are nobody's name. */
const onlyTitles = words(
  "herr herrn frau madame mme monsieur mlle mademoiselle señor señora señorita sr sra srta dña signor signora signorina sig meneer mevrouw dhr mevr mevr mw senhor senhora fru pani pana panu panią panie doktor doktora docteur doctora dottor dottoressa",
);

/** Whether a word only stands before names. */
export function isTitle(lower: string): boolean {
  return onlyTitles.has(lower);
}

const greetings = words(
  "hallo hej hi hey hello dear liebe lieber liebes moin servus grüezi hola estimado estimada querido querida bonjour salut coucou cher chère ciao gentile caro cara egregio gentilissimo gentilissima buongiorno buonasera salve olá oi prezado prezada caro cara hoi dag beste lieve geachte goedemorgen goedemiddag goedenavond morning afternoon evening tag morgen abend día dias dia tardes noches tarde noite giorno sera",
);
const thanks = words(
  "danke merci gracias grazie obrigado obrigada bedankt dank thanks thank you tak tack takk",
);
const closings = words(
  "gruß grüße grüßen grüssen gruss regards sincerely best cheers saludos atentamente cordialmente abrazo cordialement salutations amicalement bisous saluti cordiali distinti abraço abraços beijos beijo cumprimentos atenciosamente groet groeten groetjes hoogachtend hochachtungsvoll mfg lg vg atte abs",
);
const relatives = words(
  "mann frau ehemann ehefrau tochter sohn mutter vater bruder schwester oma opa nachbar nachbarin kollege kollegin freund freundin chef chefin partner schwiegermutter enkel mari femme épouse époux fille fils mère père frère sœur soeur voisin voisine collègue ami amie patron grand-mère tante oncle marido mujer esposa esposo hija hijo madre padre hermano hermana vecino vecina suegra suegro abuela abuelo compañero compañera amiga amigo jefe jefa tía marito moglie figlia figlio fratello sorella vicino vicina nonna nonno collega amica amico zia mulher filha filho mãe pai irmão irmã vizinho vizinha sogra sogro avó avô vó vô colega man vrouw dochter zoon moeder vader broer zus buurman buurvrouw vriend vriendin baas husband wife daughter son mother father mom mum dad brother sister neighbour neighbor colleague friend boss grandmother gran aunt uncle",
);
const jobs = words(
  "fahrer fahrerin techniker technikerin mitarbeiter mitarbeiterin sachbearbeiter berater arzt ärztin hausmeister bote chauffeur livreur technicien technicienne conseiller conseillère médecin infirmière facteur agente técnico repartidor asesor asesora conductor médico doctora enfermera autista tecnico operatore operatrice corriere consulente medico infermiera motorista atendente entregador entregadora corretor gerente motoboy enfermeira médica monteur bezorger medewerker medewerkster adviseur huisarts tandarts driver agent technician courier engineer doctor nurse advisor manager colleague passenger passagier passagère pasajero pasajera passeggero customer kunde kundin client cliente klant patient patiente paciente paziente",
);
const articles = words(
  "der die den dem das le la l les el il lo gli o a os as de het the un une una ein eine um uma een al del della da do dos das ao à",
);
const prepositions = words(
  "mit von bei an für zu avec de par pour chez à d con por para a con da di per com por pelo pela met van bij aan voor door with from by for to of",
);
const possessives = words(
  "mein meine meiner meinem meinen mon ma mes mi mis mio mia il meu minha mijn my our unser notre nuestro nuestra nosso nossa onze his her sein ihr son sa su",
);
const conjunctions = words("und et y e en and oder ou o of or");
const verbs = words(
  "ist is est es è é bin suis soy sono sou ben am heißt heiße appelle llamo chiamo chamo heet heisse called named habla parla fala spricht spreek spreekt speaking",
);

const strong =
  /(?<!\p{L})(?:mein(?:e|em)? (?:vor|nach)?name (?:ist|lautet)|ich hei(?:ß|ss)e|je m['’]appelle|mon nom(?: est|:)|me llamo|mi nombre(?: completo)? es|a nombre de|mi chiamo|il mio nome è|a nome(?: di)?|(?:o )?meu nome é|me chamo|chamo-me|(?:em|no) nome d[eoa]|mijn naam is|ik heet|op naam van|auf den namen|au nom de|jag heter|mitt namn är|jeg he(?:dd|t)er|nazywam się|my name(?: is|['’]s)|under the name(?: of)?|in the name of|name|nom|nombre|nome|naam)[ :]{1,2}$/iu;
const speaking =
  /(?<!\p{L})(?:hier (?:ist|spricht|is)|am apparat|spreekt met|u spreekt met|c['’]est|ici|le habla|te escribe|qui è|aqui [ée]|aqui quem fala é|this is|speaking with|spoke (?:to|with)|gesprochen mit|telefoniert mit|parlé (?:à|avec)|hablé con|hablado con|parlato con|falei com|gesproken met) $/iu;

/** The words that `strong` and `speaking` end with: few words need the patterns. */
const lastOfPhrases = words(
  "ist lautet heiße heisse appelle nom est llamo es de chiamo è nome di é do da chamo me is heet van namen heter är hedder się name s of nombre naam spricht apparat met c'est ici habla escribe e fala with to mit avec à con com",
);

/** Kinds of what stands before a word. */
const kinds = {
  ...{
    other: 0,
    start: 1,
    title: 2,
    greeting: 3,
    thanks: 4,
    closing: 5,
    relative: 6,
    ownRelative: 7,
    job: 8,
  },
  ...{
    verb: 9,
    article: 10,
    articleAfterPreposition: 11,
    preposition: 12,
    possessive: 13,
    and: 14,
  },
  ...{ strong: 15, speaking: 16, line: 17 },
} as const;

/** What stands before a word and may announce a name: the kind of the word or phrase before it, and a sign between. */
export function cueBefore({ text, tokens, facts }: Given, at: number): number {
  const start = tokens[at]?.start ?? 0;
  const before = facts[at - 1]?.lower;
  if (before === undefined) return kinds.start;
  if (lastOfPhrases.has(before)) {
    const tail = text.slice(Math.max(0, start - 44), start);
    if (strong.test(tail)) return kinds.strong;
    if (speaking.test(tail)) return kinds.speaking;
  }
  const gap = text.slice(tokens[at - 1]?.end ?? 0, start);
  const kind = kindOf(before, facts[at - 2]?.lower ?? "");
  if (gap.includes("\n"))
    return kind === kinds.closing || kind === kinds.greeting ? kind : kinds.line;
  const sign = gap.trim().charCodeAt(0) || 0;
  return sign === 0 || (sign === 46 && kind === kinds.title) ? kind : kind + 32 * sign;
}

function kindOf(word: string, before: string): number {
  const kind = kindsOfWords.get(word) ?? kinds.other;
  if (kind === kinds.relative && kindsOfWords.get(before) === kinds.possessive)
    return kinds.ownRelative;
  const isAfter = kind === kinds.article && kindsOfWords.get(before) === kinds.preposition;
  return isAfter ? kinds.articleAfterPreposition : kind;
}

/** The first list that has a word decides. */
const kindsOfWords: ReadonlyMap<string, number> = new Map(
  [
    [conjunctions, kinds.and],
    [possessives, kinds.possessive],
    [prepositions, kinds.preposition],
    [articles, kinds.article],
    [verbs, kinds.verb],
    [jobs, kinds.job],
    [relatives, kinds.relative],
    [closings, kinds.closing],
    [thanks, kinds.thanks],
    [greetings, kinds.greeting],
    [titles, kinds.title],
  ].flatMap(([list, kind]) =>
    [...(list as ReadonlySet<string>)].map((word) => [word, kind as number] as const),
  ),
);
