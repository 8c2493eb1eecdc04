/**
 * Companies, products and works that are called as people are. One list, so that a name that only looks like one of
 * them is masked: each holds as it is written, with all its words.
 */
const brands = new Set(
  [
    "John Lewis|Paul Smith|Calvin Klein|Tommy Hilfiger|Ralph Lauren|Michael Kors|Hugo Boss|Karl Lagerfeld|Marc Jacobs",
    "Kate Spade|Tory Burch|Jimmy Choo|Giorgio Armani|Emporio Armani|Yves Saint Laurent|Christian Dior|Coco Chanel",
    "Elizabeth Arden|Estée Lauder|Estee Lauder|Bobbi Brown|Charlotte Tilbury|Max Factor|Mary Kay|Helena Rubinstein",
    "Jean Paul Gaultier|Paco Rabanne|Vivienne Westwood|Ted Baker|Fred Perry|Ben Sherman|Jack Wills|Jack Wolfskin",
    "Levi Strauss|Doc Martens|Louis Vuitton|Laura Ashley|Cath Kidston|Emma Bridgewater|Sara Lee|Aunt Jemima|Betty Crocker",
    "Ben & Jerry|Ben and Jerry|Jack Daniel|Jack Daniels|Jim Beam|Johnnie Walker|Captain Morgan|José Cuervo|Earl Grey",
    "Lady Grey|Granny Smith|Pink Lady|Oscar Mayer|Jimmy Dean|Papa John|Tim Hortons|Trader Joe|Charles Schwab|Wells Fargo",
    "Morgan Stanley|Merrill Lynch|Edward Jones|Ernst & Young|Russell Hobbs|Thomas Cook|Alfred Dunhill|Harley Davidson",
    "Aston Martin|Rolls Royce|Mercedes Benz|Alfa Romeo|John Deere|Tommy Bahama|Eddie Bauer|Steve Madden",
    "Kenneth Cole|Perry Ellis|Vera Wang|Vera Bradley|Warby Parker|Harry Potter|Tom Clancy|Tony Hawk|Sherlock Holmes",
    "James Bond|Indiana Jones|Forrest Gump|Jane Eyre|David Copperfield|Oliver Twist|Peter Pan|Erin Brockovich|Mary Poppins",
    "Bloody Mary|Tom Collins|Shirley Temple|Arnold Palmer|Sweet William|Black-eyed Susan|Jerusalem Artichoke|Lazy Susan",
    "Hello Kitty|Tom Tailor|Jack & Jones|Philipp Plein|Jil Sander|Marc O'Polo|Betty Barclay|Gerry Weber|Peek & Cloppenburg",
    "Dr. Oetker|Dr Oetker|Dr Pepper|Dr. Pepper|Dr. Martens|Dr Martens|Johnson & Johnson|Marks & Spencer|Jean Coutu",
    "Yves Rocher|Jacques Vabre|Paul Ricard|Ricardo Cuisine|Leroy Merlin|Adolfo Domínguez|Emidio Tucci|Pedro del Hierro",
    "Carolina Herrera|Agatha Ruiz de la Prada|Massimo Dutti|Roberto Cavalli|Salvatore Ferragamo|Sergio Tacchini",
    "Ermenegildo Zegna|Dolce & Gabbana|Albert Heijn|Jan Linders|Van Gogh Museum|Anne Frank Huis|Dille & Kamille",
  ].flatMap((names) => names.split("|")),
);
/** Words that are the first of a brand: most words are not. */
const firstWords = new Set([...brands].map((name) => name.split(" ")[0] ?? ""));
const wordsMost = 5;

/** Whether a stretch is a brand's name or lies in one. */
export function isBrand(text: string, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - 30), start)
    .split(" ")
    .slice(-3);
  for (let words = 0; words <= before.length; words += 1) {
    const lead = words === 0 ? "" : before.slice(before.length - words).join(" ");
    const from = start - lead.length;
    const first = /^[\p{L}.'’-]+/u.exec(text.slice(from, from + 20))?.[0] ?? "";
    if (!firstWords.has(first)) continue;
    const parts = text
      .slice(from, from + 60)
      .split(" ")
      .slice(0, wordsMost);
    for (let count = 2; count <= parts.length; count += 1) {
      const name = parts
        .slice(0, count)
        .join(" ")
        .replace(/(?:['’]s)?[^\p{L}.]*$/u, "");
      if (brands.has(name) && from + name.length >= end) return true;
    }
  }
  return false;
}
