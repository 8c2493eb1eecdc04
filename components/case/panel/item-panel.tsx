import type { ItemPanel as ItemPanelModel } from "@/lib/pages/case/panel/item-panel-model";
import { ContactPanel } from "./contact-panel";
import { HandoffPanel } from "./handoff-panel";
import { EventPanel } from "./event-panel";

/** The detail panel of the selected item. */
export function ItemPanel({ panel }: { panel: ItemPanelModel | null }) {
  switch (panel?.kind) {
    case undefined:
      return null;
    case "handoff":
      return <HandoffPanel panel={panel} />;
    case "contact":
      return <ContactPanel panel={panel} />;
    case "promise":
    case "disclosure":
    case "release":
      return <EventPanel panel={panel} />;
  }
}
