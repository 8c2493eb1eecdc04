import { dayUs } from "./calendar";
import type { DemoCase } from "./model";
import { buildAccountNumberCases } from "./stories/account-number";
import { buildAfterClosingCases } from "./stories/after-closing";
import { buildChatToPersonCases } from "./stories/chat-to-person";
import { describeComparison } from "./stories/comparison";
import { buildContainmentCases } from "./stories/containment";
import { buildDeadlineCases } from "./stories/deadlines";
import { buildDisclosureCases } from "./stories/disclosures";
import { buildGapCases } from "./stories/gaps";
import { buildHappyChatCases } from "./stories/happy-chat";
import { buildOutageCases } from "./stories/outages";
import { buildPersonalDataCases } from "./stories/personal-data";
import { buildPromiseCases } from "./stories/promises";
import { buildRecurringOutageCases } from "./stories/recurring-outage";
import { buildTemplateChangeCases } from "./stories/template-change";
import { buildThirdTimeCases } from "./stories/third-time";
import { buildUsualCases } from "./stories/usual";
import type { StoryName } from "./story-names";
import type { World } from "./world";

/** Days before the end during which the social feed is silent. */
const silentFeedDays = 10;

/** All cases of the demo, numbered in order of opening. */
export function planCases(world: World): readonly DemoCase[] {
  const storyCases = [
    ...buildPromiseCases(world),
    ...buildAccountNumberCases(world),
    ...buildContainmentCases(world),
    ...buildDisclosureCases(world),
    ...buildThirdTimeCases(world),
    ...buildHappyChatCases(world),
    ...describeComparison(world),
    ...buildOutageCases(world),
    ...buildPersonalDataCases(world),
    ...buildChatToPersonCases(world),
    ...buildDeadlineCases(world),
    ...buildAfterClosingCases(world),
    ...buildGapCases(world),
    ...buildUsualCases(world),
    ...buildTemplateChangeCases(world),
    ...buildRecurringOutageCases(world),
  ].map((demoCase) => withoutSilentFeed(demoCase, world.endUs));
  const ordered = storyCases
    .filter((each) => each.contacts.length > 0 || each.record !== null)
    .filter((each) => openedUs(each) < world.endUs)
    .toSorted((one, other) => openedUs(one) - openedUs(other) || compare(one.caseId, other.caseId));
  const numbers = new Map(ordered.map(({ caseId }, index) => [caseId, `CS-${48_100 + index * 3}`]));
  const numberOf = (key: string) => numbers.get(key) ?? key;
  return ordered.map((demoCase) => {
    const { record } = demoCase;
    const mergedInto = record?.mergedInto ?? null;
    return {
      ...demoCase,
      caseId: numberOf(demoCase.caseId),
      stories: storiesOf(demoCase),
      record:
        record === null || mergedInto === null
          ? record
          : { ...record, mergedInto: numberOf(mergedInto) },
    };
  });
}

/** Removes the contacts lost by the broken social feed. */
function withoutSilentFeed(demoCase: DemoCase, endUs: number): DemoCase {
  const silentUs = endUs - silentFeedDays * dayUs;
  const isSilent = demoCase.contacts.some(
    ({ channel, endUs: lastUs }) => channel === "social" && lastUs > silentUs,
  );
  if (!isSilent) return demoCase;
  const contacts = demoCase.contacts.filter(
    ({ channel, endUs: lastUs }) => channel !== "social" || lastUs <= silentUs,
  );
  return { ...demoCase, contacts };
}

/** A contact of the voice agent after the template change adds that story. */
function storiesOf({ stories, contacts }: DemoCase): readonly StoryName[] {
  const isFormal = contacts.some(
    ({ channel, turns, isStripped }) =>
      channel === "voice" &&
      !isStripped &&
      turns.some(({ agent }) => agent.kind === "ai" && agent.promptVersion === "v8"),
  );
  return isFormal ? [...stories, "voice-turned-formal"] : stories;
}

function openedUs({ contacts, record }: DemoCase): number {
  return contacts[0]?.startUs ?? record?.openedUs ?? 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
