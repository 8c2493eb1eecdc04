const periods = ["30d", "90d", "all"];
const channels = ["chat", "voice", "email"];

/** Seeded random numbers from 0 to 1 (mulberry32). */
export function seededNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * What readers look at: each page with some of its filters, and single cases.
 * @param caseIds of cases that are there before anything is sent
 * @returns picks a page's name and its address
 */
export function createPicks(caseIds, random) {
  const one = (list) => list[Math.floor(random() * list.length)];
  const filters = () => {
    const channel = random() < 0.5 ? `&channel=${one(channels)}` : "";
    return `?period=${one(periods)}${channel}`;
  };
  const pages = {
    overview: () => `/overview${filters()}`,
    cases: () => `/cases${filters()}`,
    search: () => `/cases?period=all&q=${one(["refund", "flight", "order", "delay", "agent"])}`,
    case: () => `/cases/${encodeURIComponent(one(caseIds))}`,
    handoffs: () => `/handoffs${filters()}`,
    sla: () => `/sla${filters()}`,
    journeys: () => `/journeys${filters()}`,
    persona: () => `/persona${filters()}`,
    metrics: () => `/metrics${filters()}`,
    live: () => "/live",
  };
  const names = Object.keys(pages);
  return () => {
    const name = one(names);
    return { name, path: pages[name]() };
  };
}
