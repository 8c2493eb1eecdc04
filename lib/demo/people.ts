import type { Chance } from "./chance";
import type { Customer, DemoAgent } from "./model";

const firstNames: Readonly<Record<"Ms" | "Mr", readonly string[]>> = {
  Ms: "Amara Carla Elif Farah Hana Ines Keiko Mirela Nadia Priya Rosa Tess Vera Wendy Yusra Alba Cleo Dara Fiona Gwen Isla Lena Nora Paula Selma Ursula Wanda Yara Zoe".split(
    " ",
  ),
  Mr: "Ben Dmitri Gareth Jonas Liam Oscar Quentin Samir Umar Xavier Zane Bruno Emre Hugo Jamal Kofi Mateo Otis Ravi Tariq Viktor Anton Callum Dirk Elias Felix Goran Henrik Ivan".split(
    " ",
  ),
};
const lastNames =
  "Adeyemi Baker Castillo Dvorak Eriksen Fofana Grant Hollis Ibarra Jensen Kowalski Lindqvist Marsh Novak Okafor Petrov Quist Rahman Santos Thorne Ueda Vance Whitlow Xu Yilmaz Zeller Ashby Brandt Conti Doyle Engel Farrow Gupta Hale Iversen Joshi Keane Lowe Mbeki Nilsen Orton Pike Reyes Sato Tully Varga Winters Young Abbott Blom".split(
    " ",
  );
const places: readonly (readonly [string, string])[] = [
  ["Portland", "US-OR"],
  ["Sacramento", "US-CA"],
  ["Fresno", "US-CA"],
  ["Tacoma", "US-WA"],
  ["Boise", "US-ID"],
  ["Salt Lake City", "US-UT"],
  ["Bangor", "US-ME"],
  ["Hamburg", "EU"],
  ["Rotterdam", "EU"],
  ["Cork", "EU"],
  ["Leeds", "UK"],
  ["Cardiff", "UK"],
];
const streets =
  "Alder Birchwood Canal Dover Elm Foundry Garden Harbour Ivy Juniper Kiln Linden Mill Nelson Orchard Park Quarry River Station Tanner".split(
    " ",
  );
const streetKinds = ["Street", "Road", "Lane", "Avenue"];

const plans = [
  "Fibre 250",
  "Fibre 500",
  "Fibre 1000",
  "Home Flex",
  "Mobile M",
  "Mobile L",
  "Duo Plus",
  "Starter 100",
];

/** Creates distinct customers: no two share an account, an address or a phone number. */
export function createCustomers(chance: Chance): () => Customer {
  const taken = new Set<string>();
  function unused(make: () => string): string {
    for (;;) {
      const value = make();
      if (taken.has(value)) continue;
      taken.add(value);
      return value;
    }
  }
  return () => {
    const title = chance.pick(["Ms", "Mr"] as const);
    const first = chance.pick(firstNames[title]);
    const last = chance.pick(lastNames);
    const [city, region] = chance.pick(places);
    const mailbox = `${first}.${last}${chance.between(2, 99)}`.toLowerCase();
    return {
      id: unused(() => `cus_${chance.hex(8)}`),
      first,
      last,
      account: unused(() => chance.digits(8)),
      email: unused(
        () => `${mailbox}.${chance.hex(3)}@mailbox-${chance.pick(["one", "home", "post"])}.net`,
      ),
      phone: unused(
        () => `+1 ${chance.pick(["503", "916", "253", "208"])} 555 ${chance.digits(4)}`,
      ),
      city,
      street: streetAddress(chance),
      region,
      title,
      plan: chance.pick(plans),
    };
  };
}

/** "48 Juniper Lane". */
export function streetAddress(chance: Chance): string {
  return `${chance.between(2, 240)} ${chance.pick(streets)} ${chance.pick(streetKinds)}`;
}

/** Human agents of the north team, who reset the port first when a line is down. */
export const northTeam = ["agent-311", "agent-314", "agent-318", "agent-322"] as const;
const otherAgents = [
  "agent-102",
  "agent-117",
  "agent-120",
  "agent-133",
  "agent-145",
  "agent-158",
  "agent-204",
  "agent-209",
  "agent-231",
] as const;

const agentNames: Readonly<Record<string, string>> = {
  "agent-311": "Marit",
  "agent-314": "Devon",
  "agent-318": "Aoife",
  "agent-322": "Luis",
  "agent-102": "Grace",
  "agent-117": "Pavel",
  "agent-120": "Simone",
  "agent-133": "Kwame",
  "agent-145": "Judith",
  "agent-158": "Andrei",
  "agent-204": "Leila",
  "agent-209": "Tomas",
  "agent-231": "Beth",
};

/** Whether an agent is in the north team. */
export function isOfNorth(agent: DemoAgent): boolean {
  return agent.kind === "human" && northTeam.some((id) => id === agent.id);
}

/** A human agent of a team. */
export function humanAgent(chance: Chance, team: "north" | "others") {
  const id = chance.pick(team === "north" ? northTeam : otherAgents);
  return { kind: "human", id, name: agentNames[id] ?? id } as const;
}
