/**
 * Companies, products and works that are called as people are, as they are written, with all their words. None that many
 * people are called too ("John Lewis"): a masked shop is a smaller mistake than a name that stays.
 */
const brands = new Set(
  [
    "Calvin Klein|Tommy Hilfiger|Ralph Lauren|Hugo Boss|Karl Lagerfeld|Jimmy Choo|Giorgio Armani|Emporio Armani",
    "Yves Saint Laurent|Christian Dior|Coco Chanel|Estée Lauder|Estee Lauder|Max Factor|Helena Rubinstein",
    "Jean Paul Gaultier|Paco Rabanne|Vivienne Westwood|Jack Wolfskin|Levi Strauss|Doc Martens|Louis Vuitton",
    "Cath Kidston|Sara Lee|Aunt Jemima|Betty Crocker|Ben & Jerry|Ben and Jerry|Jack Daniel|Jack Daniels",
    "Johnnie Walker|Captain Morgan|José Cuervo|Earl Grey|Lady Grey|Granny Smith|Pink Lady|Papa John|Tim Hortons",
    "Trader Joe|Wells Fargo|Morgan Stanley|Merrill Lynch|Ernst & Young|Russell Hobbs|Harley Davidson|Aston Martin",
    "Rolls Royce|Mercedes Benz|Alfa Romeo|Tommy Bahama|Warby Parker|Harry Potter|Sherlock Holmes|Indiana Jones",
    "Forrest Gump|Mary Poppins|Bloody Mary|Sweet William|Black-eyed Susan|Jerusalem Artichoke|Lazy Susan",
    "Hello Kitty|Jack & Jones|Marc O'Polo|Peek & Cloppenburg|Dr. Oetker|Dr Oetker|Dr Pepper|Dr. Pepper|Dr. Martens",
    "Dr Martens|Johnson & Johnson|Marks & Spencer|Yves Rocher|Jacques Vabre|Ricardo Cuisine|Leroy Merlin",
    "Pedro del Hierro|Agatha Ruiz de la Prada|Massimo Dutti|Salvatore Ferragamo|Ermenegildo Zegna|Dolce & Gabbana",
    "Albert Heijn|Van Gogh Museum|Anne Frank Huis|Dille & Kamille",
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
