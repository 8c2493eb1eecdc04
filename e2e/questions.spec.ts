import type { Page } from "@playwright/test";
import type { Role } from "@/lib/domain/people/permission";
import { signInAs } from "./accounts";
import { button, entry, figure, link, type Click } from "./clicks";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

/** A question, the clicks from the role's first page to its answer, and the answer. */
type Question = {
  readonly asks: string;
  readonly as: Role;
  readonly clicks: readonly Click[];
  readonly answer: (page: Page) => Promise<void>;
};

const title = (words: RegExp) => async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
};
const heading = (words: RegExp) => async (page: Page) => {
  await expect(page.getByRole("heading", { name: words }).first()).toBeVisible();
};
const text = (words: RegExp) => async (page: Page) => {
  await expect(page.getByText(words).first()).toBeVisible();
};

/** The cases that were rated 4 or 5, and were neither resolved nor likely to be. */
const ratedWellButNot: Click = (page) =>
  page
    .getByRole("row", { name: /^Rated 4 or 5/u })
    .getByRole("link")
    .nth(2)
    .click();

const questions: readonly Question[] = [
  {
    asks: "Are cases really resolved?",
    as: "cx",
    clicks: [],
    answer: title(/^\d+% of cases were resolved with evidence/u),
  },
  {
    asks: "Is it better than last quarter?",
    as: "cx",
    clicks: [button(/^Period: /u), button("This quarter")],
    answer: title(/(?:better than|worse than|no clear change from) /u),
  },
  {
    asks: "Which channel loses most?",
    as: "cx",
    clicks: [],
    answer: heading(/first channel|Cases that start/u),
  },
  {
    asks: "Which release loses most?",
    as: "cx",
    clicks: [entry("Compare")],
    answer: heading(/release/u),
  },
  {
    asks: "Who had to repeat themselves, in which words?",
    as: "cx",
    clicks: [entry("Handoffs"), figure("Handoffs that ask again")],
    answer: text(/[“"].+[”"]/u),
  },
  {
    asks: "Which promises are due today, and whose?",
    as: "supervisor",
    clicks: [link(/^Promises/u)],
    answer: text(/promised/iu),
  },
  {
    asks: "What is about to breach?",
    as: "supervisor",
    clicks: [entry("SLA")],
    answer: title(/\d+ (?:more )?(?:is|are) at risk/u),
  },
  {
    asks: "Why did chat turn into calls?",
    as: "cx",
    clicks: [entry("Journeys"), link(/^Chat → Voice: /u)],
    answer: title(/\d/u),
  },
  {
    asks: "What is on one page for the board?",
    as: "cx",
    clicks: [link("Report")],
    answer: heading(/What we ask for/iu),
  },
  {
    asks: "Who resolves outages faster, and how?",
    as: "supervisor",
    clicks: [entry("Insights")],
    answer: text(/reset_port/u),
  },
  {
    asks: "What is going on now?",
    as: "supervisor",
    clicks: [],
    answer: title(/^\d+ cases? needs? a person now/u),
  },
  {
    asks: "Does an agent drift from how it should speak?",
    as: "cx",
    clicks: [entry("Persona")],
    answer: title(/more formal since support-core v8/u),
  },
  {
    asks: "Which prompt is better?",
    as: "cx",
    clicks: [entry("Compare")],
    answer: title(/b-3.*a-3/u),
  },
  {
    asks: "What does a resolution cost?",
    as: "cx",
    clicks: [link("What a resolution costs")],
    answer: heading(/^Cost per resolution$/u),
  },
  {
    asks: "Who rated us well and was not helped?",
    as: "cx",
    clicks: [ratedWellButNot],
    answer: title(/were not resolved|never closed|of \d+/iu),
  },
];

test.describe.configure({ mode: "parallel" });
for (const role of ["cx", "supervisor"] as const) {
  test(`as ${role}, each question is answered in three clicks or fewer`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    await signInAs(page, server, role);
    await showDemo(page);
    for (const { asks, clicks, answer } of questions.filter(({ as }) => as === role)) {
      await test.step(asks, async () => {
        expect(clicks.length).toBeLessThanOrEqual(3);
        await page.goto("/");
        for (const click of clicks) await click(page);
        await answer(page);
      });
    }
    await context.close();
  });
}
