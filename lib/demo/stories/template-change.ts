import { templateChangeWeek } from "../ai-agents";
import { buildCase } from "../build-case";
import { atBusyHour, dayUs, hourUs, weekUs } from "../calendar";
import type { DemoCase } from "../model";
import type { World } from "../world";

const count = 6;

/**
 * Cases open when chat's change of the shared template made the voice agent formal: the same customer meets a warm
 * agent by phone before, and a stiff one after.
 */
export function buildTemplateChangeCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("template-change");
  const changeUs = world.startUs + templateChangeWeek * weekUs;
  return Array.from({ length: count }, (_, index) => {
    const isRefund = index % 2 === 0;
    return buildCase(world, `template-change-${index}`, {
      stories: ["template-changed-within-a-case"],
      caseType: isRefund ? "refund" : "delivery",
      intent: isRefund ? "refund.returned_device" : "delivery.parcel_late",
      openedUs: atBusyHour(chance, changeUs - (2 + (index % 3)) * dayUs),
      visits: [
        { channel: "voice", by: "ai", play: "promised" },
        {
          channel: "chat",
          by: "ai",
          play: "handed",
          afterUs: (3 + (index % 3)) * dayUs + chance.between(2, 8) * hourUs,
        },
        {
          channel: "voice",
          by: "ai",
          play: isRefund ? "write" : "open",
          afterUs: chance.between(20, 30) * hourUs,
        },
      ],
      closing: isRefund ? "crm-solved" : "none",
    });
  });
}
