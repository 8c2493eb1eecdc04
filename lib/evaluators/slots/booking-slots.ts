import type { Slot } from "./slot";

const places =
  "(airport|hospital|station|hotel|home|office|university|school|church|park|museum|downtown|city|town|cent(er|re)|work|mall|store|shop|pharmacy|bank|post office|doctor|gym|clinic|library)";
/** Looks like a place name: a capital, a quotation mark, a house number. */
const placeName = `(the |my |a )?(['"]|[A-Z0-9][\\w'’]+|${places}\\b)`;
const amounts = "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|a";

/** Slots of booking, finding and delivery: where, for whom, how long, at what price. */
export const bookingSlots: readonly Slot[] = [
  {
    name: "origin",
    words: "where from",
    isIdentity: false,
    asked:
      /\bwhere\b[^?.]{0,40}\b(from|leav\w*|depart\w*|start\w*|pick\w* (you )?up|picked up|right now|currently|pick-?up)\b|\b(departure|pick-?up|current|starting|origin) (city|airport|location|point|place|station|address|site)\b|\bwhere are you\?/i,
    given: new RegExp(
      `\\b(leav\\w*|depart\\w*|travel\\w*|com\\w*|go|going|train|flight|taxi|ride|directions|trip|start\\w*) from (?!there|it|this|that|my|the same)[a-z]{3,}|\\b([Ff]rom|[Ll]eaving|[Dd]eparting|[Ss]tarting (at|from|in)|[Pp]ick me up (at|from)|[Ii]['’]?m (currently |now )?(at|in|near)|I am (currently |now )?(at|in|near)|am at) ${placeName}`,
    ),
  },
  {
    name: "destination",
    words: "where to",
    isIdentity: false,
    asked:
      /\bwhere\b[^?.]{0,30}\b(to|go|going|headed|heading|travel\w*|dropped|drop)\b(?![^?.]{0,12}\bfrom\b)|\b(destination|drop-?off|arrival (city|airport|location|point|station))\b/i,
    given: new RegExp(
      `\\b(head\\w*|go|goes|going|travel\\w*|trains?|taxi|flight|ride|get|com\\w*|commute|trip|arriv\\w*|directions|drive|fly\\w*|bring me|take me) (in)?(to|in|at) (?!a\\b|an\\b|the (day|time|same)|leave|book|go\\b|get\\b|be\\b|know|find|take|see|there|it\\b|this|that|help|make|have|arrive|work\\b|by)[a-z]{3,}|\\b([Tt]o|[Tt]owards|[Rr]each|[Aa]rriv\\w+ (at|in)|[Ii]nto|[Dd]estination( is|:)?) ${placeName}`,
    ),
  },
  {
    name: "area",
    words: "the part of town",
    isIdentity: false,
    asked: /\b(area|part of (the )?(town|city)|side of town|neighbou?rhood|(a|which) location)\b/i,
    given:
      /\b([Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]ent(er|re)|[Dd]owntown)(ern)?( (side|part|area|of)|\b(?! [A-Z]))/,
  },
  {
    name: "price",
    words: "the price range",
    isIdentity: false,
    asked:
      /\bprice (range|level)|\b(cheap|expensive|budget)\b|\bhow much (do|would) you (want|like)\b/i,
    given:
      /\b(cheap\w*|inexpensive|moderate\w*|expensive|affordable|budget|mid-?range|luxur\w+)\b/i,
  },
  {
    name: "stay",
    words: "the length of the stay",
    isIdentity: false,
    asked:
      /\bhow (long|many (nights|days|hours))\b|\blength of\b|\bwhen .{0,30}\b(end|wrap up|finish)\b/i,
    given: new RegExp(`\\b(${amounts}) ?-?(nights?|days?|weeks?|hours?)\\b|\\buntil\\b`, "i"),
  },
  {
    name: "person",
    words: "the person's name",
    isIdentity: false,
    asked:
      /\b(name of (the|your) (\w+ )?(host|guest|doctor|patient|recipient|passenger|employee|colleague|person|manager|contact|driver)|(host|guest|doctor|patient|recipient|passenger|employee|contact)['’]?s? name|(which|what) (doctor|patient|guest|person|colleague)|who(['’]s| is| are| will| would| do) (the|your|you|hosting|attending|coming))\b/i,
    given:
      /\b(Dr\.?|doctor|Doctor|host(ed|s)?( is| by)?|with|for|meet(ing)?( with)?|patient( is)?|friend|colleague|party for) [A-Z][a-z]+\b|\b[A-Z][a-z]{1,40}['’]s (party|office|appointment|event|house)\b/,
  },
  {
    name: "place",
    words: "which place",
    isIdentity: false,
    asked:
      /\b(what|which|name of the|at what) (venue|apartment|building|restaurant|hotel|branch|store|shop|place|office|clinic|attraction)s?\b/i,
    given:
      /\b([A-Z][\w'’]{1,40} ){1,3}(on [A-Z]\w{1,40} )?(Venue|Apartments?|Restaurant|Hotel|Inn|House|Cafe|Bar|Club|Site|Branch|Store|Heights|Side|Park|Center|Centre|Tower|Place)\b/,
  },
  {
    name: "cuisine",
    words: "what kind",
    isIdentity: false,
    asked: /\b(type|kind|sort|style) of (\w+ )?(food|cuisine|restaurant|place)\b|\bcuisine\b/i,
    given:
      /\b(indian|chinese|italian|thai|japanese|french|mexican|british|english|european|american|korean|vietnamese|greek|turkish|spanish|asian|african|burgers?|pizza|sushi|vegan|vegetarian|seafood|steak)\b/i,
  },
  {
    name: "symptoms",
    words: "the symptoms",
    isIdentity: false,
    asked: /\b(symptoms?|how (are|do) you feel(ing)?|where does it hurt)\b/i,
    given:
      /\b(symptoms?|cough|fever|pain|headache|nose|throat|sneez\w+|dizz\w+|hurts?|rash|nausea|tired)\b/i,
  },
];
