import { buildCase } from "../build-case";
import { dayUs } from "../calendar";
import type { Customer, DemoCase } from "../model";
import { planUsual } from "../plan-usual";
import type { World } from "../world";
import { openings } from "./openings";

/** Days after which a customer may come with something else. */
const restDays = 25;

/** Cases that tell no story of their own; some customers have several, weeks apart. */
export function tellUsual(world: World, count: number): readonly DemoCase[] {
  const chance = world.chanceFor("usual");
  const known: { readonly customer: Customer; lastUs: number }[] = [];
  return openings(world, chance, { count, lastDays: 0 }).map((openedUs, index) => {
    const free = known.filter(({ lastUs }) => openedUs - lastUs > restDays * dayUs);
    const back = free.length > 0 && chance.happens(0.3) ? chance.pick(free) : undefined;
    const customer = back?.customer ?? world.newCustomer();
    if (back === undefined) known.push({ customer, lastUs: openedUs });
    else back.lastUs = openedUs;
    return buildCase(world, `usual-${index}`, { ...planUsual(chance, { openedUs }), customer });
  });
}
