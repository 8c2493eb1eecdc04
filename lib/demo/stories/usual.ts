import { buildCase, type Visit } from "../build-case";
import { dayUs, weekUs } from "../calendar";
import type { Customer, DemoCase, DemoChannel } from "../model";
import { planUsual } from "../plan-usual";
import type { World } from "../world";
import { openings } from "./openings";

/** In the last weeks the app is used as before the comparison, and social is busy until its feed breaks. */
const lateWeeks = 4;
const lateChannels = ["in_app", "social", null] as const;

/** Days after which a customer may have another case. */
const restDays = 25;

/** Fewer in weeks with many story cases, so that weeks are about equal. */
const stretches = [
  { count: 110, fromWeek: 0, toWeek: 10 },
  { count: 40, fromWeek: 10, toWeek: 23 },
  { count: 58, fromWeek: 23, toWeek: 26 },
];

/** Ordinary cases; some customers have several, weeks apart. */
export function buildUsualCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("usual");
  const known: { readonly customer: Customer; lastUs: number }[] = [];
  const opened = stretches.flatMap((stretch) =>
    openings(world, chance, { ...stretch, lastDays: 0 }),
  );
  return opened.map((openedUs, index) => {
    const free = known.filter(({ lastUs }) => openedUs - lastUs > restDays * dayUs);
    const back = free.length > 0 && chance.happens(0.3) ? chance.pick(free) : undefined;
    const customer = back?.customer ?? world.newCustomer();
    if (back === undefined) known.push({ customer, lastUs: openedUs });
    else back.lastUs = openedUs;
    const plan = planUsual(chance, { openedUs });
    const isLate = openedUs > world.endUs - lateWeeks * weekUs;
    const channel = isLate ? (lateChannels[index % lateChannels.length] ?? null) : null;
    const visits = channel === null ? plan.visits : beginOn(channel, plan.visits);
    return buildCase(world, `usual-${index}`, { ...plan, visits, customer });
  });
}

function beginOn(channel: DemoChannel, visits: readonly Visit[]): readonly Visit[] {
  return visits.map((visit, index) => (index === 0 ? { ...visit, channel, by: "ai" } : visit));
}
