import {
  personaAttributeFacts,
  type PersonaAttribute,
} from "@/lib/domain/settings/persona-contract";
import type { FarContact as FarEnd } from "@/lib/analytics/persona/gap-contacts";
import type { ChannelGap } from "@/lib/analytics/persona/gaps";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import { compareWithLimit } from "@/lib/stats/compare-with-rest";
import { signed } from "@/lib/format/share-words";
import { scaleOf } from "@/lib/analytics/charts/scale";
import type { DotRow } from "@/lib/analytics/charts/chart-model";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { channelWords } from "@/lib/format/wording";
import { attributeName, places, valueWords } from "@/lib/analytics/words/attribute-words";
import type { FarContact, GapModel } from "./persona-model";
import { fromTo } from "./words/page";
import * as said from "./words/tables";

/** An example contact of a gap with its case. */
export type FarSource = {
  readonly contact: FarEnd;
  readonly caseId: string;
  readonly href: string;
};

const rowsMax = 8;

/** Prepares the differences between channels on the same case types. @returns null: no shared type */
export function prepareGaps(
  gaps: readonly ChannelGap[],
  far: readonly FarSource[],
  attribute: PersonaAttribute,
): GapModel | null {
  const [widest] = gaps;
  if (widest === undefined) return null;
  const { unit } = personaAttributeFacts[attribute];
  const at = places(attribute);
  const rows = gaps.slice(0, rowsMax).map((gap): DotRow => {
    const range =
      gap.interval === null
        ? ""
        : `${fromTo(signed(gap.interval[0], at), signed(gap.interval[1], at))}, `;
    return {
      key: `${gap.one} ${gap.other}`,
      subject: { channels: [], words: pairWords(gap) },
      href: null,
      value: gap.value,
      interval: gap.interval,
      hollow: null,
      shown: signed(gap.value, at),
      basis: `${range}${said.gapContacts(gap.contacts)}`,
    };
  });
  const title = titleOf(widest, gaps.length, attribute);
  return {
    rows,
    scale: scaleOf(rows, {
      least: -1000,
      most: 1000,
      reference: { at: 0, words: said.gaps.none },
      wordsOf: (value) => signed(value, at),
    }),
    far: far.map(({ contact, caseId, href }) => farContact(contact, caseId, href, attribute)),
    frame: {
      title,
      subtitle: said.gapsSubtitle(personaAttributeFacts[attribute].words, unit),
      label: `${title}. ${rows.map(({ subject, shown }) => `${subject.words} ${shown}`).join(", ")}.`,
      table: {
        columns: said.gaps.columns.map((words, column) => ({ words, isNumber: column > 0 })),
        rows: gaps.map((gap) => [
          { words: pairWords(gap) },
          { words: signed(gap.value, at) },
          {
            words:
              gap.interval === null
                ? "–"
                : fromTo(signed(gap.interval[0], at), signed(gap.interval[1], at)),
          },
          { words: String(gap.kinds) },
          { words: String(gap.contacts) },
          { words: declaredWords(gap, attribute) },
        ]),
      },
      links: [],
      note: "",
    },
  };
}

function pairWords({ one, other }: ChannelGap): string {
  return said.pair(channelWords[one], channelWords[other]);
}

/** @param compared all pairs; this is the one furthest from its declared gap */
function titleOf(gap: ChannelGap, compared: number, attribute: PersonaAttribute): string {
  const { value, interval } = gap;
  const comparison = interval === null ? null : compareWithLimit({ value, interval }, 0, compared);
  if (comparison === null || comparison.side === "none")
    return said.noneApart(attributeName(attribute));
  const doubt = comparison.isCertain ? "" : notCertain;
  const apart = `${said.pairApart(pairWords(gap), valueWords(attribute, Math.abs(gap.value)), attributeName(attribute))}${doubt}`;
  const { declared } = gap;
  if (declared === null) return apart;
  return declared === 0
    ? `${apart}; ${said.gaps.asksSame}`
    : `${apart}; ${said.contractAllows(valueWords(attribute, Math.abs(declared)))}`;
}

function declaredWords({ declared }: ChannelGap, attribute: PersonaAttribute): string {
  return declared === null ? said.gaps.notAsked : signed(declared, places(attribute));
}

function farContact(
  { channel, kind, value }: FarEnd,
  caseId: string,
  href: string,
  attribute: PersonaAttribute,
): FarContact {
  const words = `${valueWords(attribute, value)} · ${kind === "" ? said.gaps.noType : facetValueWords("type", kind)}`;
  return { channel, caseId, href, words };
}
