import type { ItemPanel as ItemPanelModel } from "@/lib/view/item-panel-model";
import { ContactPanel } from "./contact-panel";
import { HandoffPanel } from "./handoff-panel";

/** What is selected on the timeline and in the list, close up. */
export function ItemPanel({ panel }: { panel: ItemPanelModel | null }) {
  if (panel === null) return null;
  return panel.kind === "handoff" ? <HandoffPanel panel={panel} /> : <ContactPanel panel={panel} />;
}
