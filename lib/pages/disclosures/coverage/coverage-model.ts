import type { FilterChoice, Lede } from "@/lib/analytics/findings/finding-model";
import type { Channel } from "@/lib/domain/trace/channel";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { CountLink } from "../disclosures-model";

/** Contacts of a channel or a day. */
export type CoverageRow = {
  readonly key: string;
  readonly words: string;
  /** Set on a row of a channel; it opens the channel's days. */
  readonly channel: Channel | null;
  readonly href: string | null;
  readonly isChosen: boolean;
  /** One for each of `CoverageModel.columns`. */
  readonly counts: readonly CountLink[];
  /** "Voice: none, about 14 expected"; empty where nothing is unusual. */
  readonly unusual: readonly string[];
};

/** The model of the Coverage page. */
export type CoverageModel = {
  readonly isWorkspaceEmpty: boolean;
  readonly lede: Lede;
  readonly filters: readonly FilterChoice[];
  readonly days: readonly TabChoice[];
  readonly columns: readonly string[];
  /** The last is the sum, if there are several. */
  readonly channels: readonly CoverageRow[];
  /** The latest first. */
  readonly byDay: readonly CoverageRow[];
  readonly byDayTitle: string;
  readonly channelChoices: readonly TabChoice[];
  /** Regions of cases that are no place we know, the most frequent first. */
  readonly unplaced: readonly { readonly words: string; readonly href: string }[];
  /** Days and channels with unusually few contacts, the latest first. */
  readonly gaps: readonly { readonly words: string; readonly href: string }[];
  readonly asOfUs: number;
};
