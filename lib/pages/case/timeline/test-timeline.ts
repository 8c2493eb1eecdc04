import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { prepareTimeline } from "./prepare-timeline";
import type { Timeline } from "./timeline-model";

const nowhere = {
  contact: () => null,
  handoff: () => null,
  promise: () => null,
  disclosure: () => null,
  message: () => null,
};

/** A case's timeline for a test, as of its last contact. */
export function timelineOf(derived: DerivedCase, knowledge: CaseKnowledge): Timeline {
  return prepareTimeline({
    derived,
    knowledge,
    repeatUs: null,
    asOfUs: derived.lastContactUs ?? 0,
    calendar: { hours: defaultSettings.businessHours, timeZone: "UTC" },
    hrefs: nowhere,
  });
}
